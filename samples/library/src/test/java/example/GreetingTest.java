package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.Service;
import dev.jcompose.junit.ComposeProject;
import dev.jcompose.junit.ComposeService;
import dev.jcompose.junit.Url;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** A test with a project of its own. */
@ComposeProject(value = "compose.yaml", env = "WHOM=tester")
final class GreetingTest {
  @Url("http://greeter:80/greeting")
  private URI greeting;

  @Test
  void greets() throws Exception {
    assertEquals("Hello, tester!", Greeting.fetch(greeting));
  }

  @Test
  void canBeLookedInto(@ComposeService("greeter") Service greeter) throws Exception {
    assertTrue(greeter.exec("cat", "/tmp/greeting").output().contains("tester"));
  }
}
