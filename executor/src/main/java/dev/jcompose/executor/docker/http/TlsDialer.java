package dev.jcompose.executor.docker.http;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// Opens encrypted lines through the network, to somebody who proves to be the host of that name.
///
/// @param keys who we are, and whom we believe
public record TlsDialer(SocketDialer.Tcp network, SSLContext keys) implements Dialer {
  @Override
  public Line dial() throws IOException {
    SocketChannel channel = network.connected();
    try {
      SSLSocket socket =
          (SSLSocket)
              keys.getSocketFactory()
                  .createSocket(channel.socket(), network.host(), network.port(), true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      handshake(socket);
      return new TlsLine(socket);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void handshake(SSLSocket socket) throws IOException {
    socket.setSoTimeout(Math.toIntExact(network.patience().toMillis()));
    socket.startHandshake();
    socket.setSoTimeout(0);
  }
}
