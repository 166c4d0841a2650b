package dev.jcompose.executor.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Whose certificates are believed: those that Java brings, or the file that `SSL_CERT_FILE` names,
/// as programs written in Go have it.
public final class Trust {
  private Trust() {}

  /// What connections to registries are made with.
  ///
  /// @throws RegistryException if that file cannot be used
  public static SSLContext of(Map<String, String> environment) throws RegistryException {
    Optional<Path> file =
        Optional.ofNullable(environment.get("SSL_CERT_FILE"))
            .filter(name -> !name.isBlank())
            .map(Path::of);
    try {
      return file.isEmpty() ? SSLContext.getDefault() : trusting(file.get());
    } catch (IOException | GeneralSecurityException e) {
      throw new RegistryException(
          "cannot use the certificates of SSL_CERT_FILE: " + e.getMessage(), 0);
    }
  }

  private static SSLContext trusting(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream text = Files.newInputStream(file)) {
      int number = 0;
      for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(text)) {
        store.setCertificateEntry("ca" + number++, certificate);
      }
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
