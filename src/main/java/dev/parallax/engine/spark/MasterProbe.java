package dev.parallax.engine.spark;

import dev.parallax.engine.EngineException;
import java.net.ConnectException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SecurityManager;
import org.apache.spark.SparkConf;
import org.apache.spark.rpc.RpcAddress;
import org.apache.spark.rpc.RpcEnv;

/**
 * Calls a standalone cluster's master once before Spark does. Spark itself tries for a minute, and
 * then says no more than that all masters are unresponsive.
 */
final class MasterProbe {
  /** Where nothing listens a master may be just about to start. */
  private static final int MORE_ATTEMPTS = 3;

  private static final long PAUSE_SECONDS = 1;
  private static final String PATIENCE = "10s";

  private MasterProbe() {}

  /**
   * Returns if a master answers, or may still answer.
   *
   * @throws EngineException if none does: there is no such host, nothing listens there, or it
   *     refuses the secret
   */
  static void check(MasterUrl master, SparkConf conf) {
    List<MasterUrl.Address> addresses = master.addresses();
    if (addresses.isEmpty()) {
      return;
    }
    Optional<Throwable> refusal = refusal(addresses, conf);
    for (int more = MORE_ATTEMPTS;
        more > 0 && refusal.filter(MasterProbe::absent).isPresent();
        more--) {
      pause();
      refusal = refusal(addresses, conf);
    }
    refusal.ifPresent(
        e -> {
          throw new EngineException("no master answers at " + master.text() + ": " + reason(e), e);
        });
  }

  private static boolean absent(Throwable refusal) {
    return root(refusal) instanceof ConnectException;
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  /** Why the last of these refused; empty if one answered, or is slow to. */
  private static Optional<Throwable> refusal(List<MasterUrl.Address> addresses, SparkConf conf) {
    Optional<Throwable> refusal = Optional.empty();
    for (MasterUrl.Address address : addresses) {
      try {
        lookUp(address, conf.clone().set("spark.rpc.lookupTimeout", PATIENCE));
        return Optional.empty();
      } catch (LinkageError e) { // another Spark than the one we are built for
        return Optional.empty();
      } catch (Exception e) { // Scala does not declare what it throws
        if (root(e) instanceof TimeoutException) {
          return Optional.empty();
        }
        refusal = Optional.of(e);
      }
    }
    return refusal;
  }

  private static void lookUp(MasterUrl.Address address, SparkConf conf) {
    RpcEnv caller = RpcEnv.create("probe", "localhost", 0, conf, security(conf), true);
    try {
      caller.setupEndpointRef(new RpcAddress(address.host(), address.port()), "Master");
    } finally {
      caller.shutdown();
    }
  }

  private static SecurityManager security(SparkConf conf) {
    return new SecurityManager(
        conf,
        SecurityManager.$lessinit$greater$default$2(),
        SecurityManager.$lessinit$greater$default$3());
  }

  private static Throwable root(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static String reason(Throwable refusal) {
    Throwable root = root(refusal);
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }
}
