/* How many of some 63-bit integers are prime, by FLINT on threads: primes COUNT THREADS
 * Build: cc -O3 -march=native -pthread primes.c -lflint -o primes */
#include <flint/flint.h>
#include <flint/ulong_extras.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct {
  uint64_t first, end, primes;
} part_t;

/* The item's integer in [2^62, 2^63): a bijective mix of its index (splitmix64's). */
static uint64_t integer(uint64_t item) {
  uint64_t z = (item + 1) * 0x9E3779B97F4A7C15u;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return ((z ^ (z >> 31)) >> 2) | (UINT64_C(1) << 62);
}

static void *count(void *argument) {
  part_t *part = argument;
  for (uint64_t item = part->first; item < part->end; item++) {
    part->primes += n_is_prime(integer(item));
  }
  flint_cleanup();
  return NULL;
}

int main(int argc, char **argv) {
  if (argc != 3 || atoll(argv[1]) < 1 || atoi(argv[2]) < 1) {
    fprintf(stderr, "primes COUNT THREADS\n");
    return 2;
  }
  uint64_t items = (uint64_t)atoll(argv[1]);
  int threads = atoi(argv[2]);
  part_t *parts = calloc((size_t)threads, sizeof *parts);
  pthread_t *ids = calloc((size_t)threads, sizeof *ids);
  if (!parts || !ids) {
    return 1;
  }
  for (int t = 0; t < threads; t++) {
    parts[t].first = items * (uint64_t)t / (uint64_t)threads;
    parts[t].end = items * (uint64_t)(t + 1) / (uint64_t)threads;
    if (pthread_create(&ids[t], NULL, count, &parts[t])) {
      return 1;
    }
  }
  uint64_t primes = 0;
  for (int t = 0; t < threads; t++) {
    pthread_join(ids[t], NULL);
    primes += parts[t].primes;
  }
  printf("%llu primes of %llu\n", (unsigned long long)primes, (unsigned long long)items);
  return 0;
}
