package org.ansinh.rules.kernels;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ansinh.rules.kernels.KernelWriter.Output;
import org.ansinh.rules.kernels.Logic.Op;

/** One method: fetches its planes, then goes word by word, with every formula that is used twice in a local of its own. */
final class KernelLoop {

    private static final int SLOTS = 1;
    private static final int WORDS = 2;

    private final Logic logic;
    private final List<Output> outputs;
    private final CodeBuilder code;
    private final Map<Integer, Integer> uses = new TreeMap<>();
    private final Map<Integer, Integer> planeLocal = new HashMap<>();
    private final Map<Integer, Integer> valueLocal = new HashMap<>();

    KernelLoop(Logic logic, List<Output> outputs, CodeBuilder code) {
        this.logic = logic;
        this.outputs = outputs;
        this.code = code;
    }

    void write() {
        outputs.forEach(it -> use(it.formula()));
        var slots = new TreeSet<Integer>();
        uses.keySet().stream().map(logic::get).filter(it -> it.op() == Op.LEAF).forEach(it -> slots.add(it.left()));
        outputs.forEach(it -> slots.add(it.slot()));
        for (int slot : slots) {
            int local = code.allocateLocal(TypeKind.REFERENCE);
            planeLocal.put(slot, local);
            code.aload(SLOTS).loadConstant(slot).aaload().astore(local);
        }
        loop();
    }

    private void loop() {
        int word = code.allocateLocal(TypeKind.INT);
        var again = code.newLabel();
        var done = code.newLabel();
        code.iconst_0().istore(word);
        code.labelBinding(again).iload(word).iload(WORDS).if_icmpge(done);
        for (var used : uses.entrySet()) {
            int formula = used.getKey();
            if (used.getValue() > 1 && logic.get(formula).op().compareTo(Op.LEAF) >= 0) {
                value(formula, word);
                int local = code.allocateLocal(TypeKind.LONG);
                code.lstore(local);
                valueLocal.put(formula, local);
            }
        }
        for (var output : outputs) {
            code.aload(plane(output.slot())).iload(word);
            push(output.formula(), word);
            code.lastore();
        }
        code.iinc(word, 1).goto_(again).labelBinding(done).return_();
    }

    /** Counts how often each formula is needed; a formula's parts have smaller numbers than itself. */
    private void use(int formula) {
        if (uses.merge(formula, 1, Integer::sum) > 1) {
            return;
        }
        var node = logic.get(formula);
        if (node.op().compareTo(Op.NOT) >= 0) {
            use(node.left());
        }
        if (node.op().compareTo(Op.AND) >= 0) {
            use(node.right());
        }
    }

    private void push(int formula, int word) {
        var local = valueLocal.get(formula);
        if (local == null) {
            value(formula, word);
        } else {
            code.lload(local);
        }
    }

    private void value(int formula, int word) {
        var node = logic.get(formula);
        switch (node.op()) {
            case ZERO -> code.lconst_0();
            case ONE -> code.loadConstant(-1L);
            case LEAF -> code.aload(plane(node.left())).iload(word).laload();
            case NOT -> {
                push(node.left(), word);
                code.loadConstant(-1L).lxor();
            }
            case AND -> {
                push(node.left(), word);
                push(node.right(), word);
                code.land();
            }
            case OR -> {
                push(node.left(), word);
                push(node.right(), word);
                code.lor();
            }
        }
    }

    private int plane(int slot) {
        return java.util.Objects.requireNonNull(planeLocal.get(slot));
    }
}
