package dev.plinth.schema.deploy;

import java.util.concurrent.CountDownLatch;

/** Whether something is to be stopped; once said, it stays so. */
public final class Cancellation {
    private final CountDownLatch said = new CountDownLatch(1);

    public void cancel() {
        said.countDown();
    }

    public boolean isCancelled() {
        return said.getCount() == 0;
    }

    /** Waits until it is said. */
    public void await() throws InterruptedException {
        said.await();
    }
}
