package org.ansinh.rules.kernels;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The few pairs of amount and paying provisions that occur, so that a row needs only the number of its pair. */
final class AmountTable {

    private record Pair(long amount, long paid) {}

    private final Map<Pair, Integer> numbers = new HashMap<>();
    private long[] amounts = new long[16];
    private long[] paid = new long[16];

    int number(long amount, long provisions) {
        return numbers.computeIfAbsent(new Pair(amount, provisions), it -> {
            int number = numbers.size();
            if (number == amounts.length) {
                amounts = Arrays.copyOf(amounts, number * 2);
                paid = Arrays.copyOf(paid, number * 2);
            }
            amounts[number] = amount;
            paid[number] = provisions;
            return number;
        });
    }

    long amount(int number) {
        return amounts[number];
    }

    long paid(int number) {
        return paid[number];
    }

    void clear() {
        numbers.clear();
    }
}
