package dev.jcompose.cli.ui;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Reads what is typed, and hands it to us or to whom it is lent. There is one reader only, since a
/// read that has begun cannot be taken back, and would swallow a key.
final class Keyboard implements AutoCloseable {
  private static final int CHUNK = 1024;
  private static final byte[] END = {};

  /// Other keys begin with the byte that Escape sends; what belongs to them follows sooner.
  private static final long ESCAPE_MILLISECONDS = 50;

  private final Consumer<Key> listener;
  private final BlockingQueue<byte[]> ours = new LinkedBlockingQueue<>();
  private volatile BlockingQueue<byte[]> taker = ours;
  private final Thread decoding;

  private Keyboard(Consumer<Key> listener) {
    this.listener = listener;
    this.decoding = Thread.ofPlatform().daemon().name("jcompose-keys").unstarted(this::decode);
  }

  /// Begins to read.
  ///
  /// @param listener called with each key; the end of the input is a Ctrl-C
  static Keyboard open(InputStream input, Consumer<Key> listener) {
    var keyboard = new Keyboard(listener);
    keyboard.decoding.start();
    Thread.ofPlatform().daemon().name("jcompose-input").start(() -> keyboard.read(input));
    return keyboard;
  }

  /// What is typed from now on, until it is closed.
  InputStream lend() {
    var queue = new LinkedBlockingQueue<byte[]>();
    taker = queue;
    return new Lent(queue);
  }

  private void read(InputStream input) {
    byte[] chunk = new byte[CHUNK];
    try {
      for (int length = input.read(chunk); length >= 0; length = input.read(chunk)) {
        taker.add(Arrays.copyOf(chunk, length));
      }
    } catch (IOException _) {
      // The terminal is gone.
    }
    taker.add(END);
    ours.add(END);
  }

  private void decode() {
    var decoder = new KeyDecoder();
    try {
      while (true) {
        var chunk =
            decoder.isWaiting()
                ? ours.poll(ESCAPE_MILLISECONDS, TimeUnit.MILLISECONDS)
                : ours.take();
        if (chunk != null && chunk.length == 0) {
          listener.accept(Key.Special.INTERRUPT);
          return;
        }
        List<Key> keys = chunk == null ? decoder.flush() : decoder.feed(chunk);
        keys.forEach(listener);
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }

  @Override
  public void close() {
    decoding.interrupt();
  }

  /// Ends for its reader when it is closed.
  private final class Lent extends InputStream {
    private final BlockingQueue<byte[]> queue;
    private byte[] chunk = {};
    private int at;
    private boolean ended;

    Lent(BlockingQueue<byte[]> queue) {
      this.queue = queue;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (!ended && at == chunk.length) {
        refill();
      }
      if (ended) {
        return -1;
      }
      int count = Math.min(length, chunk.length - at);
      System.arraycopy(chunk, at, buffer, offset, count);
      at += count;
      return count;
    }

    private void refill() throws IOException {
      try {
        chunk = queue.take();
        at = 0;
        ended = chunk.length == 0;
      } catch (InterruptedException e) {
        throw new IOException("interrupted", e);
      }
    }

    @Override
    public void close() {
      taker = ours;
      queue.add(END);
    }
  }
}
