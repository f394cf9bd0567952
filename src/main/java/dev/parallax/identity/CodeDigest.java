package dev.parallax.identity;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** The SHA-256 of the code behind a user's class: of its jar or, outside a jar, of its file. */
final class CodeDigest {
  private CodeDigest() {}

  /** The digest of the code behind a name; none if it is not the name of a class. */
  static Optional<String> of(String name) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try {
      Class<?> type = Class.forName(name, false, loader);
      Optional<Path> jar = jar(type);
      if (jar.isPresent()) {
        return Optional.of(FileDigest.of(jar.get()));
      }
      String file = "/" + type.getName().replace('.', '/') + ".class";
      try (InputStream in = type.getResourceAsStream(file)) {
        return in == null ? Optional.empty() : Optional.of(FileDigest.of(in));
      }
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty(); // no class, or none that a job could use
    } catch (IOException e) { // without a digest nobody would know when it is another
      throw new IllegalArgumentException("the code of " + name + " cannot be read: " + e, e);
    }
  }

  private static Optional<Path> jar(Class<?> type) {
    URL place =
        Optional.ofNullable(type.getProtectionDomain().getCodeSource())
            .map(CodeSource::getLocation)
            .orElse(null);
    try {
      return place != null && place.getProtocol().equals("file")
          ? Optional.of(Path.of(place.toURI())).filter(Files::isRegularFile)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
