package org.ansinh.rules.kernels;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes formulas as JVM bytecode: one static method each provision, one plain loop over words in it, without a branch,
 * so that the JIT turns it into vector instructions. The class is hidden: it goes when the law goes.
 */
final class KernelWriter {

    /** What the JIT compiles at all; larger methods stay slow for ever. */
    static final int LARGEST_METHOD = 8000;

    private static final ClassDesc ME = ClassDesc.of("org.ansinh.rules.kernels.LawKernel");
    private static final ClassDesc KERNEL = ClassDesc.of("org.ansinh.rules.kernels.Kernel");
    private static final ClassDesc PLANES = CD_long.arrayType(2);
    private static final MethodTypeDesc BODY = MethodTypeDesc.of(CD_void, PLANES, CD_int);
    private static final MethodTypeDesc RUN = MethodTypeDesc.of(CD_void, CD_int, PLANES, CD_int);

    private final Logic logic;
    private final List<List<Output>> methods = new ArrayList<>();

    KernelWriter(Logic logic) {
        this.logic = logic;
    }

    /** A formula and the slot its plane goes to. */
    record Output(int slot, int formula) {}

    /** Takes formulas to be computed in one loop; returns the number of the method that will do it. */
    int method(List<Output> outputs) {
        methods.add(List.copyOf(outputs));
        return methods.size() - 1;
    }

    byte[] bytes() {
        return ClassFile.of().build(ME, this::write);
    }

    /** The length of the longest method of a class, in bytes. */
    static int longestMethod(byte[] type) {
        return ClassFile.of().parse(type).methods().stream()
                .flatMap(it -> it.code().stream())
                .mapToInt(it -> ((CodeAttribute) it).codeLength())
                .max()
                .orElse(0);
    }

    Kernel kernel() {
        return kernel(bytes());
    }

    static Kernel kernel(byte[] type) {
        try {
            var lookup = MethodHandles.lookup().defineHiddenClass(type, true);
            return (Kernel) lookup.findConstructor(lookup.lookupClass(), MethodType.methodType(void.class))
                    .invoke();
        } catch (Throwable impossible) {
            throw new IllegalStateException("The kernels of this law could not be made.", impossible);
        }
    }

    private void write(ClassBuilder type) {
        type.withFlags(ClassFile.ACC_FINAL)
                .withInterfaceSymbols(KERNEL)
                .withMethodBody(
                        ConstantDescs.INIT_NAME,
                        ConstantDescs.MTD_void,
                        ClassFile.ACC_PUBLIC,
                        code -> code.aload(0)
                                .invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                                .return_())
                .withMethodBody("run", RUN, ClassFile.ACC_PUBLIC, this::dispatch);
        for (int i = 0; i < methods.size(); i++) {
            var outputs = methods.get(i);
            type.withMethodBody(
                    name(i),
                    BODY,
                    ClassFile.ACC_STATIC | ClassFile.ACC_PRIVATE,
                    code -> new KernelLoop(logic, outputs, code).write());
        }
    }

    private void dispatch(CodeBuilder code) {
        var cases = new ArrayList<SwitchCase>();
        var nothing = code.newLabel();
        for (int i = 0; i < methods.size(); i++) {
            cases.add(SwitchCase.of(i, code.newLabel()));
        }
        code.iload(1);
        code.lookupswitch(nothing, cases);
        for (int i = 0; i < methods.size(); i++) {
            code.labelBinding(cases.get(i).target())
                    .aload(2)
                    .iload(3)
                    .invokestatic(ME, name(i), BODY)
                    .return_();
        }
        code.labelBinding(nothing).return_();
    }

    private static String name(int method) {
        return "provision" + method;
    }
}
