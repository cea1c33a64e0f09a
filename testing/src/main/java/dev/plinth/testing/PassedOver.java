package dev.plinth.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * A test that was passed over for want of its database has nothing to close. JUnit finds this by
 * itself.
 */
public final class PassedOver implements LifecycleMethodExecutionExceptionHandler {
    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext test, Throwable failure)
            throws Throwable {
        unlessPassedOver(test, failure);
    }

    @Override
    public void handleAfterAllMethodExecutionException(ExtensionContext tests, Throwable failure)
            throws Throwable {
        unlessPassedOver(tests, failure);
    }

    private static void unlessPassedOver(ExtensionContext context, Throwable failure)
            throws Throwable {
        boolean passedOver =
                context.getExecutionException()
                        .filter(TestAbortedException.class::isInstance)
                        .isPresent();
        if (!passedOver) {
            throw failure;
        }
    }
}
