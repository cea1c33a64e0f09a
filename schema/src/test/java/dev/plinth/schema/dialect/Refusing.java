package dev.plinth.schema.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.plinth.schema.problem.PlinthException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.function.Supplier;

/** Turns tests of what is not known of a database into tests that it is refused for that reason. */
public final class Refusing implements InvocationInterceptor {
    private final Supplier<Set<String>> refused;

    /**
     * @param refused names of the tests
     */
    public Refusing(Supplier<Set<String>> refused) {
        this.refused = refused;
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> context,
            ExtensionContext extension)
            throws Throwable {
        orNot(refused.get().contains(context.getExecutable().getName()), invocation::proceed);
    }

    static void orNot(boolean isRefused, ThrowingCallable test) throws Throwable {
        if (!isRefused) {
            test.call();
            return;
        }
        Throwable thrown = catchThrowable(test);
        assertThat(thrown).isInstanceOf(PlinthException.class);
        assertThat(((PlinthException) thrown).problems())
                .isNotEmpty()
                .allMatch(p -> Set.of("S003", "S005").contains(p.code()) && !p.hint().isBlank());
    }
}
