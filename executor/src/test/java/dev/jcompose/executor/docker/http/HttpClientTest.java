package dev.jcompose.executor.docker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ProtocolException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What goes over the line, and what becomes of lines.
@Timeout(20)
final class HttpClientTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  @TempDir private Path directory;
  private final HttpClient client =
      new HttpClient(() -> new SocketDialer.Unix(directory.resolve("socket")).dial(), "engine");

  @AfterEach
  void close() throws IOException {
    client.close();
  }

  @Test
  void aLineIsUsedAgain() throws Exception {
    try (Peer peer = peer(side -> side.hears().says(OK).hears().says(OK))) {
      assertThat(text(get("/a?b=c"))).isEqualTo("ok");
      assertThat(text(get("/d"))).isEqualTo("ok");
      assertThat(peer.connections()).isOne();
      assertThat(peer.heads())
          .containsExactly(
              "GET /a?b=c HTTP/1.1\r\nHost: engine\r\n\r\n",
              "GET /d HTTP/1.1\r\nHost: engine\r\n\r\n");
    }
  }

  @Test
  void aLineWhoseAnswerIsNotReadToTheEndIsNotUsedAgain() throws Exception {
    try (Peer peer = peer(side -> side.hears().says(OK), side -> side.hears().says(OK))) {
      client.send(get("/")).close();
      assertThat(text(get("/"))).isEqualTo("ok");
      assertThat(peer.connections()).isEqualTo(2);
    }
  }

  @Test
  void aLineThatTheOtherSideHasEndedIsNotUsed() throws Exception {
    CompletableFuture<Boolean> over = new CompletableFuture<>();
    try (Peer peer = peer(over, side -> side.hears().says(OK), side -> side.hears().says(OK))) {
      assertThat(text(get("/"))).isEqualTo("ok");
      assertThat(over.get()).isTrue();
      assertThat(text(request("POST", "/", new HttpRequest.Body.None()))).isEqualTo("ok");
      assertThat(peer.connections()).isEqualTo(2);
    }
  }

  @Test
  void aRequestThatMayBeRepeatedIsRepeatedWhenTheLineEndsUnanswered() throws Exception {
    try (Peer peer = peer(side -> side.hears().says(OK).hears(), side -> side.hears().says(OK))) {
      assertThat(text(get("/"))).isEqualTo("ok");
      assertThat(text(get("/again"))).isEqualTo("ok");
      assertThat(peer.heads()).hasSize(3).endsWith(peer.heads().get(1));
    }
  }

  @Test
  void whatMustNotBeRepeatedFailsWhenTheLineEndsUnanswered() throws Exception {
    try (Peer peer = peer(side -> side.hears().says(OK).hears(), side -> side.hears().says(OK))) {
      assertThat(text(get("/"))).isEqualTo("ok");
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> client.send(request("POST", "/", new HttpRequest.Body.None())))
          .withMessage("the connection was closed without an answer");
      assertThat(peer.connections()).isOne();
    }
  }

  @Test
  void chunksBecomeOneBody() throws Exception {
    String head = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
    try (Peer peer =
        peer(side ->
            side.hears()
                .says(
                    head + "5;x=y\r\nhello\r\n1\r\n \r\nA\r\n0123456789\r\n0\r\nTrailer: 1\r\n\r\n")
                .hears()
                .says(OK))) {
      assertThat(text(get("/"))).isEqualTo("hello 0123456789");
      assertThat(text(get("/"))).isEqualTo("ok");
      assertThat(peer.connections()).isOne();
    }
  }

  @Test
  void anAnswerThatIsCutOffIsNoAnswer() throws Exception {
    try (Peer _ =
        peer(
            side -> side.hears().says("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nok"),
            side ->
                side.hears().says("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok"),
            side -> side.hears().says("HTTP/1.1 200 OK\r\nConten"))) {
      for (int i = 0; i < 3; i++) {
        assertThatExceptionOfType(EOFException.class).isThrownBy(() -> text(get("/")));
      }
    }
  }

  @Test
  void whatIsNotHttpIsNamed() throws Exception {
    try (Peer _ = peer(side -> side.hears().says("SSH-2.0-OpenSSH\r\n"))) {
      assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> client.send(get("/")));
    }
  }

  @Test
  void interimAnswersAreSteppedOver() throws Exception {
    try (Peer _ = peer(side -> side.hears().says("HTTP/1.1 100 Continue\r\n\r\n" + OK))) {
      assertThat(text(get("/"))).isEqualTo("ok");
    }
  }

  @Test
  void anAnswerToHeadHasNoBody() throws Exception {
    try (Peer peer =
        peer(side ->
            side.hears().says("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n").hears().says(OK))) {
      HttpAnswer answer = client.send(request("HEAD", "/", new HttpRequest.Body.None()));
      assertThat(answer.header("Content-Length")).contains("7");
      assertThat(answer.body().readAllBytes()).isEmpty();
      assertThat(text(get("/"))).isEqualTo("ok");
      assertThat(peer.connections()).isOne();
    }
  }

  @Test
  void aStreamIsSentInChunks() throws Exception {
    CompletableFuture<String> sent = new CompletableFuture<>();
    String chunks = "5\r\nhello\r\n0\r\n\r\n";
    try (Peer peer =
        peer(side -> {
          sent.complete(side.hears().reads(chunks.length()));
          side.says(OK);
        })) {
      InputStream stream = new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8));
      assertThat(text(request("PUT", "/", new HttpRequest.Body.Stream(stream)))).isEqualTo("ok");
      assertThat(sent).isCompletedWithValue(chunks);
      assertThat(peer.heads().getFirst()).contains("Transfer-Encoding: chunked\r\n");
    }
  }

  @Test
  void anAnswerBeforeTheWholeRequestIsSentCounts() throws Exception {
    String refusal = "HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno";
    try (Peer peer = peer(side -> side.hears().says(refusal), side -> side.hears().says(OK))) {
      byte[] large = new byte[10_000_000];
      HttpAnswer answer = client.send(request("PUT", "/", new HttpRequest.Body.Bytes(large)));
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body().readAllBytes()).asString().isEqualTo("no");
      assertThat(text(get("/"))).isEqualTo("ok");
      assertThat(peer.connections()).isEqualTo(2);
    }
  }

  @Test
  void aStreamThatCannotBeReadFailsInItsOwnWords() throws Exception {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the file is gone");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
          }
        };
    try (Peer _ = peer(Peer.Side::hears)) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> client.send(request("PUT", "/", new HttpRequest.Body.Stream(broken))))
          .withMessage("the file is gone");
    }
  }

  @Test
  void aLineThatIsHandedOverHasTwoDirections() throws Exception {
    try (Peer peer =
        peer(side -> {
          side.hears().says("HTTP/1.1 101 UPGRADED\r\nUpgrade: tcp\r\n\r\nhello ");
          side.says(side.readsToEnd() + "!");
        })) {
      HttpClient.Hijacked hijacked =
          client.hijack(request("POST", "/", new HttpRequest.Body.None()));
      try (var output = hijacked.output()) {
        output.write("world".getBytes(StandardCharsets.UTF_8));
      }
      assertThat(hijacked.answer().body().readAllBytes()).asString().isEqualTo("hello world!");
      assertThat(peer.heads().getFirst()).contains("Connection: Upgrade\r\nUpgrade: tcp\r\n");
    }
  }

  @Test
  void aLineThatWasToBeHandedOverIsNotUsedAgain() throws Exception {
    try (Peer peer = peer(side -> side.hears().says(OK).hears(), side -> side.hears().says(OK))) {
      HttpClient.Hijacked refused =
          client.hijack(request("POST", "/", new HttpRequest.Body.None()));
      assertThat(refused.answer().body().readAllBytes()).asString().isEqualTo("ok");
      assertThat(text(get("/"))).isEqualTo("ok");
      assertThat(peer.connections()).isEqualTo(2);
    }
  }

  @Test
  void closingTheClientEndsThoseWhoRead() throws Exception {
    try (Peer _ =
        peer(side -> {
          side.hears().says("HTTP/1.1 200 OK\r\n\r\n");
          var _ = side.readsToEnd();
        })) {
      HttpAnswer answer = client.send(get("/"));
      client.close();
      assertThatExceptionOfType(IOException.class).isThrownBy(() -> answer.body().read());
    }
  }

  @Test
  void chunksOfNoLengthAreRefused() throws Exception {
    String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    try (Peer _ =
        peer(
            side -> side.hears().says(head + "-1\r\n"),
            side -> side.hears().says(head + "x\r\n"))) {
      for (int i = 0; i < 2; i++) {
        assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> text(get("/")));
      }
    }
  }

  @Test
  void anInterruptEndsAPlatformThreadThatWaits() throws Exception {
    CompletableFuture<Thread> waits = new CompletableFuture<>();
    CompletableFuture<Throwable> end = new CompletableFuture<>();
    try (Peer _ =
        peer(side -> {
          side.hears();
          waits.join().interrupt();
          var _ = side.readsToEnd();
        })) {
      Thread thread = Thread.ofPlatform().start(() -> end.complete(failure()));
      waits.complete(thread);
      assertThat(end.get()).hasCauseInstanceOf(ClosedByInterruptException.class);
    }
  }

  private Throwable failure() {
    try {
      return new IllegalStateException(text(get("/")));
    } catch (IOException e) {
      return new UncheckedIOException(e);
    }
  }

  @Test
  void closingAnAnswerEndsTheThreadThatReadsIt() throws Exception {
    try (Peer _ =
        peer(side -> {
          side.hears().says("HTTP/1.1 200 OK\r\n\r\n");
          var _ = side.readsToEnd();
        })) {
      HttpAnswer answer = client.send(get("/"));
      CompletableFuture<Integer> read =
          CompletableFuture.supplyAsync(() -> {
            try {
              return answer.body().read();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      answer.close();
      assertThatExceptionOfType(ExecutionException.class).isThrownBy(read::get);
    }
  }

  private Peer peer(Peer.Script... scripts) throws IOException {
    return peer(new CompletableFuture<>(), scripts);
  }

  private Peer peer(CompletableFuture<Boolean> firstOver, Peer.Script... scripts)
      throws IOException {
    return new Peer(directory.resolve("socket"), firstOver, scripts);
  }

  private static HttpRequest get(String target) {
    return request("GET", target, new HttpRequest.Body.None());
  }

  private static HttpRequest request(String method, String target, HttpRequest.Body body) {
    return new HttpRequest(method, target, new LinkedHashMap<>(), body);
  }

  private String text(HttpRequest request) throws IOException {
    try (HttpAnswer answer = client.send(request)) {
      return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
