package dev.parallax.run;

import dev.parallax.engine.Block;

/**
 * Where items are kept that were dealt to slices like cards: one hand after the other, so that a
 * slice's items are side by side. Items beyond the deal, of a run that was made longer, stay where
 * they are.
 *
 * @param hands how many slices they were dealt to, from 1 to {@link #MOST_HANDS}
 * @param items how many items were dealt
 */
public record Deal(int hands, long items) {
  /** So that gathering, which takes a piece of each hand at a time, takes pieces worth a read. */
  public static final int MOST_HANDS = 1 << 12;

  /** Checks the numbers. */
  public Deal {
    if (hands < 1 || hands > MOST_HANDS || items < hands) {
      throw new IllegalArgumentException("no deal: " + items + " items to " + hands + " hands");
    }
  }

  /** Where a hand begins. */
  long start(long hand) {
    return hand * (items / hands) + Math.min(hand, items % hands);
  }

  /** The place of an item. */
  long place(long item) {
    return item >= items ? item : start(item % hands) + item / hands;
  }

  /** The item at a place. */
  long item(long place) {
    if (place >= items) {
      return place;
    }
    int hand = hand(place);
    return hand + (place - start(hand)) * hands;
  }

  /** The hand that a place is in. */
  private int hand(long place) {
    long less = items / hands;
    long larger = items % hands * (less + 1);
    return (int) (place < larger ? place / (less + 1) : items % hands + (place - larger) / less);
  }

  /** The place after the last one of the hand that a place is in; beyond the deal none. */
  long end(long place) {
    return place >= items ? Long.MAX_VALUE : start(hand(place) + 1L);
  }

  /** The items at places side by side, of one hand. */
  Block items(Block places) {
    int step = places.first() >= items ? 1 : hands;
    return new Block(places.index(), item(places.first()), places.size(), step);
  }

  /** The places of a hand's items, or of some of them. */
  Block places(Block some) {
    return new Block(some.index(), place(some.first()), some.size());
  }
}
