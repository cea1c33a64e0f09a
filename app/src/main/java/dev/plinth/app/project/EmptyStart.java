package dev.plinth.app.project;

import org.springframework.stereotype.Component;

/** A project without any table. */
@Component
final class EmptyStart implements ProjectStart {
    @Override
    public String kind() {
        return "empty";
    }

    @Override
    public void start(Project project, Wanted wanted, Author author) {
        // There is nothing to fill it with.
    }
}
