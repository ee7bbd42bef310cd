package org.keyhopper.printer.sdk.companion;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reflective calls into a vendor's classes, which are not available at compile time. Methods and constants are matched
 * case-insensitively: SDKs for Java and for .NET differ only in case.
 */
final class Reflection {

    private Reflection() {}

    static Object make(String type, Object... arguments) throws ReflectiveOperationException {
        for (Constructor<?> each : Class.forName(type).getConstructors()) {
            if (fits(each, arguments)) {
                return unwrapped(() -> each.newInstance(arguments));
            }
        }
        throw new NoSuchMethodException("new " + type + Arrays.toString(arguments));
    }

    static Object callStatic(String type, String method, Object... arguments) throws ReflectiveOperationException {
        return call(Class.forName(type), null, method, arguments);
    }

    static Object call(Object target, String method, Object... arguments) throws ReflectiveOperationException {
        return call(target.getClass(), target, method, arguments);
    }

    /** Returns the value of the first of these public fields that exists. */
    static Object field(Object target, String... names) throws ReflectiveOperationException {
        for (String name : names) {
            Optional<Field> field = Arrays.stream(target.getClass().getFields())
                    .filter(each -> each.getName().equalsIgnoreCase(name))
                    .findFirst();
            if (field.isPresent()) {
                return field.get().get(target);
            }
        }
        throw new NoSuchFieldException(target.getClass().getName() + "." + String.join(" or ", names));
    }

    /** Returns the value of a public constant. */
    static Object constant(String type, String name) throws ReflectiveOperationException {
        return Arrays.stream(Class.forName(type).getFields())
                .filter(each -> each.getName().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchFieldException(type + "." + name))
                .get(null);
    }

    /** Returns whether a public constant of this name exists. */
    static boolean hasConstant(String type, String name) throws ReflectiveOperationException {
        return Arrays.stream(Class.forName(type).getFields())
                .anyMatch(each -> each.getName().equalsIgnoreCase(name));
    }

    static List<Object> list(Object array) {
        return Stream.iterate(0, i -> i < Array.getLength(array), i -> i + 1)
                .map(i -> Array.get(array, i))
                .toList();
    }

    private static Object call(Class<?> type, Object target, String name, Object... arguments)
            throws ReflectiveOperationException {
        for (Method each : type.getMethods()) {
            if (each.getName().equalsIgnoreCase(name) && fits(each, arguments)) {
                each.trySetAccessible();
                return unwrapped(() -> each.invoke(target, arguments));
            }
        }
        throw new NoSuchMethodException(type.getName() + "." + name + Arrays.toString(arguments));
    }

    private static boolean fits(Executable callable, Object... arguments) {
        Class<?>[] types = callable.getParameterTypes();
        if (types.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            boolean number = types[i] == int.class && arguments[i] instanceof Integer;
            if (!number && !types[i].isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }

    /** Rethrows the exception of the SDK instead of the reflective wrapper. */
    private static Object unwrapped(Call call) throws ReflectiveOperationException {
        try {
            return call.make();
        } catch (InvocationTargetException e) {
            throw new KitFailure(e.getCause());
        }
    }

    @FunctionalInterface
    private interface Call {
        Object make() throws ReflectiveOperationException;
    }

    /** An exception of the SDK. */
    static final class KitFailure extends ReflectiveOperationException {

        private static final long serialVersionUID = 1L;

        KitFailure(Throwable cause) {
            super(cause);
        }

        @Override
        public String toString() {
            return String.valueOf(getCause());
        }
    }
}
