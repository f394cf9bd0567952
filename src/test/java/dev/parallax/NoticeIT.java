package dev.parallax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The notice in the jar names all that is in the jar, and each licence that it names is there. */
class NoticeIT {
  private static final String OURS = "dev.parallax.";
  private static final String SHADED = "dev.parallax.shaded.";

  @Test
  void namesEveryLibraryInside() throws IOException {
    try (JarFile jar = new JarFile("target/parallax.jar")) {
      List<String> named = found(jar, "(?m)^  classes (\\S+)$");
      Set<String> unnamed = new TreeSet<>();
      Set<String> unused = new TreeSet<>(named);
      for (String type : classes(jar)) {
        List<String> owners = named.stream().filter(name -> type.startsWith(name + ".")).toList();
        unused.removeAll(owners);
        if (owners.isEmpty() && (!type.startsWith(OURS) || type.startsWith(SHADED))) {
          unnamed.add(type.substring(0, type.lastIndexOf('.')));
        }
      }
      assertEquals(Set.of(), unnamed);
      assertEquals(Set.of(), unused);
    }
  }

  @Test
  void everyLicenceIsThere() throws IOException {
    try (JarFile jar = new JarFile("target/parallax.jar")) {
      assertNotNull(jar.getEntry("META-INF/LICENSE"));
      Set<String> named = new TreeSet<>(found(jar, "([\\w.-]+\\.txt)"));
      Set<String> there =
          jar.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.matches("META-INF/licenses/.+"))
              .map(name -> name.replaceFirst(".*/", ""))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(named, there);
    }
  }

  private static Set<String> classes(JarFile jar) {
    return jar.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.endsWith(".class"))
        .map(name -> name.replaceFirst("^META-INF/versions/\\d+/", "").replace('/', '.'))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> found(JarFile jar, String pattern) throws IOException {
    String notice =
        new String(jar.getInputStream(jar.getEntry("META-INF/NOTICE")).readAllBytes(), UTF_8);
    return Pattern.compile(pattern).matcher(notice).results().map(found -> found.group(1)).toList();
  }
}
