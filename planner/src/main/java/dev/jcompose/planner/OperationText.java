package dev.jcompose.planner;

import java.util.stream.Collectors;

/// The words for operations. Definitions and contents of files do not appear in them.
final class OperationText {
  private OperationText() {}

  static String subject(Operation operation) {
    return switch (operation) {
      case Operation.PullImage(_, String image, _, _) -> "image " + image;
      case Operation.PushImage(_, String image, _) -> "image " + image;
      case Operation.BuildImage(_, String image, _, _, _, _, _) -> "image " + image;
      case Operation.RemoveImage(String image) -> "image " + image;
      case Operation.CreateNetwork(var network, _) -> "network " + network.name();
      case Operation.RemoveNetwork(_, String name) -> "network " + name;
      case Operation.ConnectNetwork(var container, _) -> container.name();
      case Operation.DisconnectNetwork(var container, _) -> container.name();
      case Operation.CreateVolume(var volume, _) -> "volume " + volume.name();
      case Operation.RemoveVolume(String name) -> "volume " + name;
      case Operation.CreateContainer(var container) -> container.name();
      case Operation.UploadFiles(var container, _) -> container.name();
      case Operation.StartContainer(var container) -> container.name();
      case Operation.StopContainer(var container, _) -> container.name();
      case Operation.KillContainer(var container, _) -> container.name();
      case Operation.PauseContainer(var container) -> container.name();
      case Operation.UnpauseContainer(var container) -> container.name();
      case Operation.RemoveContainer(var container, _) -> container.name();
      case Operation.RenameContainer(var container, _) -> container.name();
      case Operation.RunHook(var container, _, _) -> container.name();
      case Operation.RunPreStart(var container, _) -> container.name();
      case Operation.Await(var container, _, _) -> container.name();
    };
  }

  static String action(Operation operation) {
    return switch (operation) {
      case Operation.PullImage _ -> "pull";
      case Operation.PushImage _ -> "push";
      case Operation.BuildImage _ -> "build";
      case Operation.RemoveImage _ -> "remove";
      case Operation.CreateNetwork _ -> "create";
      case Operation.RemoveNetwork _ -> "remove";
      case Operation.ConnectNetwork(_, Endpoint endpoint) ->
          "connect to network " + endpoint.network();
      case Operation.DisconnectNetwork(_, String network) -> "disconnect from network " + network;
      case Operation.CreateVolume _ -> "create";
      case Operation.RemoveVolume _ -> "remove with its data";
      case Operation.CreateContainer _ -> "create container";
      case Operation.UploadFiles(_, var files) ->
          "write " + files.stream().map(FileUpload::target).collect(Collectors.joining(", "));
      case Operation.StartContainer _ -> "start";
      case Operation.StopContainer(_, var timeout) ->
          timeout.map(time -> "stop within " + time.toSeconds() + " s").orElse("stop");
      case Operation.KillContainer(_, String signal) -> "send " + signal;
      case Operation.PauseContainer _ -> "pause";
      case Operation.UnpauseContainer _ -> "unpause";
      case Operation.RemoveContainer(_, var volumes) ->
          switch (volumes) {
            case KEEP -> "remove container";
            case REMOVE -> "remove container and its anonymous volumes";
          };
      case Operation.RenameContainer(_, String to) -> "rename to " + to;
      case Operation.RunHook(_, _, String moment) -> "run " + moment + " hook";
      case Operation.RunPreStart _ -> "run pre_start hook";
      case Operation.Await(_, var awaited, boolean required) ->
          "wait until " + awaited.words() + (required ? "" : ", if it can");
    };
  }
}
