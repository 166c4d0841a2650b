package dev.jcompose.planner;

import dev.jcompose.model.AiModel;
import dev.jcompose.model.ModelBinding;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// The variables by which services are told of AI models: for each of its models a service has the
/// model's reference in `KEY_MODEL` and the address of whoever runs it in `KEY_URL`, unless it
/// names other variables. Both take the place of variables of the same name.
public final class ModelVariables {
  private ModelVariables() {}

  /// The project in which services have these variables.
  ///
  /// @param endpoint the address of whoever runs models, the same for all of them
  public static Project told(Project project, String endpoint) {
    return with(project, _ -> Optional.of(endpoint));
  }

  /// The models that the services of an `up` use, by key.
  static List<AiModel> of(Project project, List<Service> services) {
    var models = new TreeMap<String, AiModel>();
    for (Service service : services) {
      for (String key : service.execution().models().keySet()) {
        var model = project.models().get(key);
        if (model != null) {
          models.put(key, model);
        }
      }
    }
    return List.copyOf(models.values());
  }

  /// The project in which services that nobody has told of an address have the one that their
  /// containers were made with.
  static Project asLastTold(Project project, ObservedState observed) {
    var inventory = new Inventory(project, observed);
    return with(
        project,
        service -> {
          var last =
              inventory.replicas(service.name()).stream()
                  .flatMap(container -> container.details().stream())
                  .findFirst();
          return endpointVariables(service).stream()
              .flatMap(name ->
                  told(service, name)
                      .or(() -> last.map(details -> details.environment().get(name)))
                      .stream())
              .findFirst();
        });
  }

  static List<Notice> notices(Project project, List<Service> services) {
    var untold =
        services.stream()
            .filter(service ->
                endpointVariables(service).stream().anyMatch(name -> told(service, name).isEmpty()))
            .map(Service::name)
            .toList();
    var models = of(project, services).stream().map(AiModel::key).toList();
    return untold.isEmpty() || models.isEmpty()
        ? List.of()
        : List.of(new Notice.ModelsFirst(models, untold));
  }

  private static Optional<String> told(Service service, String variable) {
    return service.execution().environment().getOrDefault(variable, Optional.empty());
  }

  private static List<String> endpointVariables(Service service) {
    var names = new ArrayList<String>();
    service
        .execution()
        .models()
        .forEach((key, binding) -> names.add(endpointVariable(key, binding)));
    return names;
  }

  private static String endpointVariable(String key, ModelBinding binding) {
    return binding.endpointVariable().orElseGet(() -> prefix(key) + "_URL");
  }

  private static String prefix(String key) {
    return key.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static Project with(Project project, Function<Service, Optional<String>> endpoints) {
    if (project.models().isEmpty()) {
      return project;
    }
    var services = new LinkedHashMap<>(project.services());
    services.replaceAll((_, service) -> with(project, service, endpoints.apply(service)));
    return project.withServices(services);
  }

  private static Service with(Project project, Service service, Optional<String> endpoint) {
    var environment = new LinkedHashMap<>(service.execution().environment());
    service
        .execution()
        .models()
        .forEach((key, binding) -> {
          var model = project.models().get(key);
          if (model != null) {
            environment.put(
                binding.modelVariable().orElseGet(() -> prefix(key) + "_MODEL"),
                Optional.of(model.model()));
            endpoint.ifPresent(
                url -> environment.put(endpointVariable(key, binding), Optional.of(url)));
          }
        });
    return service.withExecution(service.execution().withEnvironment(environment));
  }
}
