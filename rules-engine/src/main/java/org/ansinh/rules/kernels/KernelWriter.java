package org.ansinh.rules.kernels;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes formulas as JVM bytecode: one class each provision with one plain loop over words in it, without a branch, so that
 * the JIT turns it into vector instructions. Classes of their own keep the JIT from pouring many loops into one method, of
 * which it would optimise only the first few. The classes are hidden: they go when the law goes.
 */
final class KernelWriter {

    /** What the JIT compiles at all; larger methods stay slow for ever. */
    static final int LARGEST_METHOD = 8000;

    private static final ClassDesc ME = ClassDesc.of("org.ansinh.rules.kernels.Provision");
    private static final ClassDesc KERNEL = ClassDesc.of("org.ansinh.rules.kernels.Kernel");
    private static final MethodTypeDesc RUN = MethodTypeDesc.of(CD_void, CD_long.arrayType(2), CD_int);

    private final Logic logic;
    private final List<byte[]> types = new ArrayList<>();

    KernelWriter(Logic logic) {
        this.logic = logic;
    }

    /** A formula and the slot its plane goes to. */
    record Output(int slot, int formula) {}

    /** Takes formulas to be computed in one loop; returns the number of the kernel that will do it. */
    int kernel(List<Output> outputs) {
        types.add(ClassFile.of().build(ME, type -> write(type, outputs)));
        return types.size() - 1;
    }

    List<Kernel> kernels() {
        return types.stream().map(KernelWriter::load).toList();
    }

    /** The length of the longest method, in bytes. */
    int longestMethod() {
        return types.stream()
                .flatMap(it -> ClassFile.of().parse(it).methods().stream())
                .flatMap(it -> it.code().stream())
                .mapToInt(it -> ((CodeAttribute) it).codeLength())
                .max()
                .orElse(0);
    }

    private static Kernel load(byte[] type) {
        try {
            var lookup = MethodHandles.lookup().defineHiddenClass(type, true);
            return (Kernel) lookup.findConstructor(lookup.lookupClass(), MethodType.methodType(void.class))
                    .invoke();
        } catch (Throwable impossible) {
            throw new IllegalStateException("The kernels of this law could not be made.", impossible);
        }
    }

    private void write(ClassBuilder type, List<Output> outputs) {
        type.withFlags(ClassFile.ACC_FINAL)
                .withInterfaceSymbols(KERNEL)
                .withMethodBody(
                        ConstantDescs.INIT_NAME,
                        ConstantDescs.MTD_void,
                        ClassFile.ACC_PUBLIC,
                        code -> code.aload(0)
                                .invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                                .return_())
                .withMethodBody("run", RUN, ClassFile.ACC_PUBLIC, code -> new KernelLoop(logic, outputs, code).write());
    }
}
