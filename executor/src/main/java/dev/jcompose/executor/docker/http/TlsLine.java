package dev.jcompose.executor.docker.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLSocket;

/// An encrypted line.
final class TlsLine implements Line {
  private final SSLSocket socket;
  private final InputStream input;
  private final OutputStream output;

  TlsLine(SSLSocket socket) throws IOException {
    this.socket = socket;
    this.input = socket.getInputStream();
    this.output = socket.getOutputStream();
  }

  @Override
  public InputStream input() {
    return input;
  }

  @Override
  public OutputStream output() {
    return output;
  }

  @Override
  public void endOutput() throws IOException {
    socket.shutdownOutput();
  }

  /// Only reading tells: what has come may be of the encryption, and mean nothing.
  @Override
  public boolean isIdle() {
    try {
      socket.setSoTimeout(1);
      try {
        int _ = input.read();
        return false;
      } catch (SocketTimeoutException _) {
        socket.setSoTimeout(0);
        return true;
      }
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
