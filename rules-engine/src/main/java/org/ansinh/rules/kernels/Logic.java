package org.ansinh.rules.kernels;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Formulas over bit planes. Every formula exists once and is named by a number, so that what two conditions share is
 * computed once; what can be decided while the law is read is decided here.
 */
final class Logic {

    /** What a formula is made of; for a leaf {@code left} is the slot of its plane. */
    record Node(Op op, int left, int right) {}

    /** The ways to make one. */
    enum Op {
        ZERO,
        ONE,
        LEAF,
        NOT,
        AND,
        OR
    }

    static final int ZERO = 0;
    static final int ONE = 1;

    private final List<Node> nodes = new ArrayList<>();
    private final Map<Node, Integer> known = new HashMap<>();

    Logic() {
        nodes.add(new Node(Op.ZERO, 0, 0));
        nodes.add(new Node(Op.ONE, 0, 0));
    }

    private int node(Op op, int left, int right) {
        var node = new Node(op, left, right);
        return known.computeIfAbsent(node, it -> {
            nodes.add(it);
            return nodes.size() - 1;
        });
    }

    Node get(int formula) {
        return nodes.get(formula);
    }

    int leaf(int slot) {
        return node(Op.LEAF, slot, 0);
    }

    int constant(boolean value) {
        return value ? ONE : ZERO;
    }

    int not(int a) {
        if (a <= ONE) {
            return ONE - a;
        }
        return get(a).op() == Op.NOT ? get(a).left() : node(Op.NOT, a, 0);
    }

    int and(int a, int b) {
        if (a == ZERO || b == ZERO || a == not(b)) {
            return ZERO;
        }
        if (a == ONE || a == b) {
            return b;
        }
        return b == ONE ? a : node(Op.AND, Math.min(a, b), Math.max(a, b));
    }

    int or(int a, int b) {
        if (a == ONE || b == ONE || a == not(b)) {
            return ONE;
        }
        if (a == ZERO || a == b) {
            return b;
        }
        return b == ZERO ? a : node(Op.OR, Math.min(a, b), Math.max(a, b));
    }

    /** How many different formulas one is made of, counted up to a limit. */
    int weight(int formula, int limit) {
        var seen = new HashSet<Integer>();
        weigh(formula, seen, limit);
        return seen.size();
    }

    private void weigh(int formula, Set<Integer> seen, int limit) {
        if (seen.size() < limit && seen.add(formula)) {
            var node = get(formula);
            if (node.op().compareTo(Op.NOT) >= 0) {
                weigh(node.left(), seen, limit);
            }
            if (node.op().compareTo(Op.AND) >= 0) {
                weigh(node.right(), seen, limit);
            }
        }
    }

    int both(int... formulas) {
        int all = ONE;
        for (int formula : formulas) {
            all = and(all, formula);
        }
        return all;
    }

    int any(int... formulas) {
        int any = ZERO;
        for (int formula : formulas) {
            any = or(any, formula);
        }
        return any;
    }

    int same(int a, int b) {
        return or(and(a, b), and(not(a), not(b)));
    }
}
