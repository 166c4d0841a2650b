package dev.jcompose.spec.write;

import dev.jcompose.model.AiModel;
import dev.jcompose.model.Config;
import dev.jcompose.model.FileObjectOptions;
import dev.jcompose.model.FileSource;
import dev.jcompose.model.Ipam;
import dev.jcompose.model.Network;
import dev.jcompose.model.Secret;
import dev.jcompose.model.Value;
import dev.jcompose.model.Volume;
import java.nio.file.Path;

/// Writes what services share: networks, volumes, configs, secrets and models.
final class ElementWriter {
  private ElementWriter() {}

  static Value network(Network network, Form form) {
    Fields fields =
        new Fields(form)
            .text("name", network.name())
            .text("driver", network.driver())
            .pairs("driver_opts", network.driverOptions());
    DeployWriter.orEmpty("ipam", ipam(network, form), fields);
    return fields
        .flag("external", network.external())
        .flag("internal", network.reach().internal())
        .flag("attachable", network.reach().attachable())
        .pairs("labels", network.labels())
        .given("enable_ipv4", network.reach().ipv4())
        .given("enable_ipv6", network.reach().ipv6())
        .extensions(network.extensions())
        .value();
  }

  /// Without its options: docker compose reads them only after 2.40.
  private static Fields ipam(Network network, Form form) {
    Fields fields = new Fields(form);
    network
        .ipam()
        .ifPresent((Ipam ipam) ->
            fields
                .text("driver", ipam.driver())
                .list("config", ipam.pools(), pool -> pool(pool, form))
                .extensions(ipam.extensions()));
    return fields;
  }

  private static Value pool(Ipam.Pool pool, Form form) {
    return new Fields(form)
        .text("subnet", pool.subnet())
        .text("gateway", pool.gateway())
        .text("ip_range", pool.ipRange())
        .pairs("aux_addresses", pool.auxiliaryAddresses())
        .extensions(pool.extensions())
        .value();
  }

  static Value volume(Volume volume, Form form) {
    return new Fields(form)
        .text("name", volume.name())
        .text("driver", volume.driver())
        .pairs("driver_opts", volume.driverOptions())
        .flag("external", volume.external())
        .pairs("labels", volume.labels())
        .extensions(volume.extensions())
        .value();
  }

  static Value config(Config config, Form form) {
    return fileObject(config.name(), config.source(), config.options(), form)
        .extensions(config.extensions())
        .value();
  }

  static Value secret(Secret secret, Form form) {
    return fileObject(secret.name(), secret.source(), secret.options(), form)
        .extensions(secret.extensions())
        .value();
  }

  /// The value of a variable is never printed, only its name.
  private static Fields fileObject(
      String name, FileSource source, FileObjectOptions options, Form form) {
    Fields fields = new Fields(form).text("name", name);
    switch (source) {
      case FileSource.HostFile(Path path) -> fields.text("file", path.toString());
      case FileSource.FromEnvironment(String variable, var _) ->
          fields.text("environment", variable);
      case FileSource.Inline(String content) -> fields.put("content", new Value.Text(content));
      case FileSource.External() -> fields.flag("external", true);
    }
    return fields
        .pairs("labels", options.labels())
        .text("driver", options.driver())
        .pairs("driver_opts", options.driverOptions())
        .text("template_driver", options.templateDriver());
  }

  static Value model(AiModel model, Form form) {
    return new Fields(form)
        .text("name", model.name())
        .put("model", new Value.Text(model.model()))
        .number("context_size", model.contextSize())
        .texts("runtime_flags", model.runtimeFlags())
        .extensions(model.extensions())
        .value();
  }
}
