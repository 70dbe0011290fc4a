package dev.bobbin.tests.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;

/**
 * Bobbin's classes once more, with a call to {@link FileFaults} before every file operation of those that keep threads.
 * So the product needs no hook, and no operation can be forgotten: what is called is found in the code. Their clock is the
 * {@link JumpingClock}, which is the system's until it is told to jump.
 */
final class FaultyClasses extends ClassLoader {
    private static final String BOBBIN = "dev.bobbin.";

    /** It remembers methods by the names of their classes, for all loaders. */
    private static final String DISPATCHER = "com.googlecode.jsonrpc4j.";

    private static final Set<String> KEEPERS = Set.of("dev.bobbin.rollout.file.", "dev.bobbin.threadstore.local.");
    private static final Set<String> OWNERS = Set.of(
            "java/nio/file/Files",
            "java/io/FileOutputStream",
            "java/io/FileInputStream",
            "java/io/RandomAccessFile",
            "java/io/FileDescriptor",
            "java/nio/channels/FileChannel");

    /** They report no failure, so that they cannot be made to. */
    private static final Set<String> NEVER_FAIL = Set.of(
            "exists",
            "notExists",
            "isDirectory",
            "isRegularFile",
            "isReadable",
            "isWritable",
            "isExecutable",
            "isSymbolicLink",
            "getFD",
            "getChannel",
            "close");

    /** They are the same for the classes here and for the test. */
    private static final Set<String> SHARED = Set.of(FileFaults.class.getName(), JumpingClock.class.getName());

    /** The one that gives all others their clock. */
    private static final String WIRING = "dev.bobbin.appserver.ServerParts";

    private static final ClassDesc CLOCK = ClassDesc.of("java.time.Clock");
    private static final ClassDesc JUMPING =
            JumpingClock.class.describeConstable().orElseThrow();
    private static final ClassDesc FAULTS = FileFaults.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc BEFORE = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);
    private static final MethodTypeDesc WRITE = MethodTypeDesc.of(
            ConstantDescs.CD_void,
            ClassDesc.of("java.io.FileOutputStream"),
            ConstantDescs.CD_byte.arrayType(),
            ConstantDescs.CD_int,
            ConstantDescs.CD_int);

    private final ClassFile format;

    FaultyClasses(ClassLoader parent) {
        super(parent);
        format = ClassFile.of(ClassHierarchyResolverOption.of(ClassHierarchyResolver.defaultResolver()
                .orElse(ClassHierarchyResolver.ofResourceParsing(parent))
                .cached()));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!(name.startsWith(BOBBIN) || name.startsWith(DISPATCHER))
                || SHARED.stream().anyMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (var in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            var bytes = in.readAllBytes();
            var isWoven = name.equals(WIRING) || KEEPERS.stream().anyMatch(name::startsWith);
            var woven = isWoven ? weave(bytes) : bytes;
            return defineClass(name, woven, 0, woven.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] weave(byte[] bytes) {
        return format.transformClass(
                format.parse(bytes), ClassTransform.transformingMethodBodies(FaultyClasses::weave));
    }

    private static void weave(CodeBuilder code, CodeElement element) {
        if (element instanceof InvokeInstruction call && isSystemClock(call)) {
            code.invokestatic(JUMPING, "current", MethodTypeDesc.of(CLOCK));
            return;
        }
        if (element instanceof InvokeInstruction call && isFileOperation(call)) {
            var owner = call.owner().asInternalName();
            var name = call.name().stringValue();
            if (owner.endsWith("/FileOutputStream") && name.equals("write") && isOfRange(call)) {
                code.invokestatic(FAULTS, "write", WRITE);
                return;
            }
            code.loadConstant(owner.substring(owner.lastIndexOf('/') + 1) + "." + name);
            code.invokestatic(FAULTS, "before", BEFORE);
        }
        code.with(element);
    }

    private static boolean isSystemClock(InvokeInstruction call) {
        return call.owner().asInternalName().equals("java/time/Clock")
                && call.name().stringValue().equals("systemUTC");
    }

    private static boolean isFileOperation(InvokeInstruction call) {
        return OWNERS.contains(call.owner().asInternalName())
                && !NEVER_FAIL.contains(call.name().stringValue());
    }

    private static boolean isOfRange(InvokeInstruction call) {
        return call.typeSymbol().parameterCount() == 3;
    }
}
