package dev.jcompose.spec.canonical;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.yaml.Node;

/// Where a value stands, and where to say that it cannot be what it is.
///
/// @param interpolated whether variables are filled in; if not, text may yet become something else
/// @param ports counts those of the whole document
record Place(NodePath path, Problems problems, boolean interpolated, PortCount ports) {
  Place child(String key) {
    return new Place(path.child(key), problems, interpolated, ports);
  }

  Place child(int index) {
    return new Place(path.child(index), problems, interpolated, ports);
  }

  void error(String code, String message, Node node) {
    report(Diagnostic.error(code, message, node.span(), path));
  }

  void error(String code, String message, Node node, String hint) {
    report(Diagnostic.error(code, message, node.span(), path).withHint(hint));
  }

  void warning(String code, String message, Node node, String hint) {
    report(Diagnostic.warning(code, message, node.span(), path).withHint(hint));
  }

  /// An error that no variable could mend.
  void surely(String code, String message, Node node) {
    problems.add(Diagnostic.error(code, message, node.span(), path));
  }

  private void report(Diagnostic diagnostic) {
    if (interpolated) {
      problems.add(diagnostic);
    }
  }
}
