package dev.parallax.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;

/** The ziggurat's geometry: areas by other means, and the bounds that spare exponentials. */
class LayersTest {

  private static final double AREA = Math.sqrt(Math.PI / 2);
  private static final double LAYER = AREA / Layers.SLOTS;

  private final Layers layers = new Layers();

  @Test
  void layersAreEquallyLarge() {
    double below = 0;
    for (int i = 0; i < layers.count; i++) {
      double height = Layers.density(layers.edge(i));
      assertEquals(LAYER, layers.edge(i) * (height - below), 1e-12 * LAYER);
      assertTrue(layers.edge(i + 1) < layers.edge(i));
      below = height;
    }
    assertEquals(0, layers.edge(layers.count));
    assertEquals(1021, layers.count);
  }

  @Test
  void noOtherLayerWouldFit() {
    double floor = Layers.density(layers.edge(layers.count - 1));
    double largest = 0;
    for (double x = 0; x < layers.edge(layers.count - 1); x += 1e-4) {
      largest = Math.max(largest, x * (Layers.density(x) - floor));
    }
    assertTrue(largest < LAYER, () -> "a layer of area " + LAYER + " fits");
  }

  @Test
  void leftoverAreasAreTheCurves() {
    double[] areas = layers.leftover();
    double sum = 0;
    GaussIntegratorFactory rules = new GaussIntegratorFactory();
    for (int i = 0; i < layers.count; i++) {
      double floor = Layers.density(layers.edge(i));
      double left = layers.edge(i + 1);
      double area =
          rules.legendre(20, left, layers.edge(i)).integrate(x -> Layers.density(x) - floor);
      assertEquals(area / LAYER, areas[i], 1e-9 * areas[i]);
      sum += areas[i];
    }
    double tail = AREA * Erf.erfc(layers.edge(0) / Math.sqrt(2)) / LAYER;
    assertEquals(tail, areas[layers.count], 1e-9 * tail);
    assertEquals(Layers.SLOTS - layers.count, sum + areas[layers.count], 1e-12);
  }

  @Test
  void curvesStayWithinTheirBends() {
    for (int i = 0; i < layers.count; i++) {
      double floor = Layers.density(layers.edge(i));
      double height = Layers.density(layers.edge(i + 1)) - floor;
      double width = layers.edge(i) - layers.edge(i + 1);
      for (int k = 0; k <= 50; k++) {
        double u = k / 50.0;
        double curve = (Layers.density(layers.edge(i + 1) + u * width) - floor) / height;
        assertTrue(Math.abs(curve - (1 - u)) <= layers.bend(i) + 1e-12);
      }
    }
  }

  @Test
  void aliasTableKeepsTheWeights() {
    double[] weights = {0.5, 3, 0, 1.25, 0.25};
    AliasTable table = new AliasTable(weights, 8, 43);
    double[] shares = new double[8];
    for (int slot = 0; slot < 8; slot++) {
      double keep = table.chance()[slot] * 0x1p-43;
      shares[slot] += keep;
      shares[table.alias()[slot]] += 1 - keep;
    }
    for (int j = 0; j < 8; j++) {
      assertEquals(j < weights.length ? weights[j] * 8 / 5 : 0, shares[j], 1e-11);
    }
  }
}
