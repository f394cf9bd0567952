package dev.parallax.workload;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says, beside an option, what its value affects. The job file, the fingerprint of a job, the
 * refusal to go on with another job and the headings of the help follow from it.
 *
 * <p>To add an option, write a field with picocli's {@code @Option} and, above it, {@code @Affects}
 * with the {@link Effect} that is true of it: there is no default, and a command with an option
 * that does not say it is refused. If the value may be the name of a user's class, say {@code code
 * = true}; if it names a file that the job reads, give the field the type {@link
 * java.nio.file.Path} or one that {@link ReadsFiles}. If it says how many items there are, say
 * {@link Effect#LENGTH}, and let the {@link Job} say whether it is {@linkplain Job#extensible()
 * extensible}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Affects {
  /** What another value changes. */
  Effect value();

  /** Whether a value, or each of its parts between commas, may be the name of a user's class. */
  boolean code() default false;
}
