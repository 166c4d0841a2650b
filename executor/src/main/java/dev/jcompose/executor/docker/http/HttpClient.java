package dev.jcompose.executor.docker.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Sends requests over lines that it opens as they are needed and keeps for the next ones.
///
/// A line that the other side has ended is not used. If it ends just then, before anything was
/// answered, a request that may be repeated is sent once more over a new line.
public final class HttpClient implements Http {
  /// More free lines are not kept.
  private static final int MOST_FREE = 16;

  private final Dialer dialer;
  private final String host;
  private final Deque<OpenLine> free = new ArrayDeque<>();
  private final Semaphore dialling;
  private final Set<OpenLine> open = ConcurrentHashMap.newKeySet();
  private boolean closed;

  /// @param host as whose the other side is addressed
  public HttpClient(Dialer dialer, String host) {
    this.dialer = dialer;
    this.dialling = new Semaphore(dialer.mostAtOnce());
    this.host = host;
  }

  /// An answer after which the line belongs to both sides, to send what they like.
  ///
  /// @param answer its body ends when the other side has no more to say
  /// @param output what goes to the other side; closing it says that no more will come
  public record Hijacked(HttpAnswer answer, OutputStream output) {}

  @Override
  public HttpAnswer send(HttpRequest request) throws IOException {
    Optional<HttpAnswer> answer = overFreeLine(request);
    return answer.isPresent() ? answer.get() : overNewLine(request);
  }

  /// Empty when there is no free line, or it ended and the request may be sent over another one.
  private Optional<HttpAnswer> overFreeLine(HttpRequest request) throws IOException {
    Optional<OpenLine> line = takeFree();
    if (line.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(send(request, line.get()));
    } catch (NoAnswerException e) {
      if (request.isRepeatable()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /// While it waits for its turn, a line may have become free.
  private HttpAnswer overNewLine(HttpRequest request) throws IOException {
    awaitTurn();
    try {
      Optional<HttpAnswer> answer = overFreeLine(request);
      return answer.isPresent() ? answer.get() : send(request, dial());
    } finally {
      dialling.release();
    }
  }

  private void awaitTurn() throws IOException {
    try {
      dialling.acquire();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting to connect");
    }
  }

  /// Sends a request over a line that is handed over with the answer. When the request is refused,
  /// the answer says so and nothing can be written.
  public Hijacked hijack(HttpRequest request) throws IOException {
    awaitTurn();
    try {
      OpenLine line = dial();
      line.neverKeep();
      HttpAnswer answer = send(request.with("Connection", "Upgrade").with("Upgrade", "tcp"), line);
      return new Hijacked(answer, line.output());
    } finally {
      dialling.release();
    }
  }

  private OpenLine dial() throws IOException {
    OpenLine line = new OpenLine(dialer.dial());
    open.add(line);
    return line;
  }

  private void close(OpenLine line) throws IOException {
    open.remove(line);
    line.close();
  }

  private HttpAnswer send(HttpRequest request, OpenLine line) throws IOException {
    try {
      AnswerHead head = line.exchange(request, host);
      InputStream body = AnswerBody.of(request, head, line.input(), new Settling(line));
      return new HttpAnswer(head.status(), head.headers(), body);
    } catch (IOException | RuntimeException e) {
      close(line);
      throw e;
    }
  }

  /// What becomes of a line after an answer.
  private final class Settling implements AnswerBody.Fate {
    private final OpenLine line;

    Settling(OpenLine line) {
      this.line = line;
    }

    @Override
    public void goesOn() throws IOException {
      keep(line);
    }

    @Override
    public void isOver() throws IOException {
      close(line);
    }
  }

  private Optional<OpenLine> takeFree() throws IOException {
    while (true) {
      OpenLine line;
      synchronized (free) {
        line = free.poll();
      }
      if (line == null || line.isFree()) {
        return Optional.ofNullable(line);
      }
      close(line);
    }
  }

  private void keep(OpenLine line) throws IOException {
    synchronized (free) {
      if (!closed && free.size() < MOST_FREE && line.isKeepable()) {
        free.push(line);
        return;
      }
    }
    close(line);
  }

  @Override
  public void close() throws IOException {
    synchronized (free) {
      closed = true;
      free.clear();
    }
    for (OpenLine line : open) {
      close(line);
    }
  }
}
