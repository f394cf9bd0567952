package dev.parallax.engine.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not fit is said in words; the messages are those that Spark was seen to give. */
class OtherSparkTest {
  @Test
  void aSparkForAnotherScalaIsRefused() {
    assertEquals(Optional.empty(), SparkStart.misfit("2.13.18", "4.2.0"));
    assertEquals(
        Optional.of(
            "this Spark, 3.5.8, is built for Scala 2.12, and Parallax for 2.13: take a Spark for"
                + " Scala 2.13 (spark-3.5.8-bin-hadoop3-scala2.13)"),
        SparkStart.misfit("2.12.18", "3.5.8"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Job aborted: Task 0 in stage 0.0 failed 4 times, most recent failure: Lost task 0.3 in"
            + " stage 0.0 (TID 7) (127.0.0.1 executor 0): java.io.InvalidClassException:"
            + " org.apache.spark.rdd.RDD; local class incompatible: stream classdesc"
            + " serialVersionUID = 1, local class serialVersionUID = 2",
        "java.lang.NoSuchMethodError: 'void org.apache.spark.rdd.RDD.<init>(org.apache.spark.X)'",
        "java.lang.ClassNotFoundException: org.apache.spark.util.Something",
        "java.lang.NoClassDefFoundError: scala/collection/immutable/ArraySeq",
      })
  void anotherSparkOnTheClusterIsKnown(String line) {
    assertEquals(true, JobFailure.isOfAnotherSpark(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.io.InvalidClassException: my.Model; local class incompatible",
        "java.lang.ClassNotFoundException: my.org.apache.spark.Model",
        "java.lang.IllegalStateException: org.apache.spark is down",
      })
  void classesOfTheUsersAreNotIt(String line) {
    assertEquals(false, JobFailure.isOfAnotherSpark(line));
  }
}
