package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcompose.junit.ComposeProject;
import dev.jcompose.junit.Url;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An application with Spring Boot, whose settings are the addresses of the project. */
@ComposeProject(value = "compose.yaml", env = "WHOM=Spring")
@SpringBootTest
final class SpringTest {
  @Url("http://greeter:80/greeting")
  private static String url;

  @DynamicPropertySource
  static void addresses(DynamicPropertyRegistry properties) {
    properties.add("greeter.url", () -> url);
  }

  /** The application. */
  @Configuration
  static class Application {
    @Bean
    Client client(@Value("${greeter.url}") URI greeter) {
      return new Client(greeter);
    }
  }

  /** What the application does with the service. */
  record Client(URI greeter) {
    String greeting() throws Exception {
      return Greeting.fetch(greeter);
    }
  }

  @Autowired private Client client;

  @Test
  void theApplicationReachesTheService() throws Exception {
    assertEquals("Hello, Spring!", client.greeting());
  }
}
