/// All of jcompose as the run-time image has it. It is open, for what is told by annotations is read by libraries.
///
/// Beyond what stands here it reads the class path, where libraries are that are no modules; see `Main`.
open module dev.jcompose {
  requires java.net.http;
  requires jdk.unsupported;

  exports dev.jcompose.cli;
}
