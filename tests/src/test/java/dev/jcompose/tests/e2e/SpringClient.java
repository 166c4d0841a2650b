package dev.jcompose.tests.e2e;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;

/// A Spring Boot application that starts, prints the databases it found, and ends.
final class SpringClient {
  private SpringClient() {}

  public static void main(String[] arguments) {
    try (ConfigurableApplicationContext context =
        SpringApplication.run(SpringClient.class, arguments)) {
      context
          .getBeanProvider(JdbcConnectionDetails.class)
          .forEach(database ->
              System.out.println(
                  database.getJdbcUrl()
                      + " "
                      + database.getUsername()
                      + " "
                      + database.getPassword()));
    }
  }
}
