package dev.plinth.schema.check;

import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.DiffRules;
import dev.plinth.schema.dialect.Errors;
import dev.plinth.schema.dialect.Inspector;
import dev.plinth.schema.dialect.Limits;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.Queries;
import dev.plinth.schema.dialect.Statements;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.dialect.h2.H2Dialect;
import dev.plinth.schema.model.Relation.Action;

import java.util.EnumSet;
import java.util.Set;

/** H2 as if it could do next to nothing: every limit of the real databases at once, and smaller. */
record NarrowDialect(Names.Scope scope) implements Dialect {
    private static final Dialect H2 = new H2Dialect();

    @Override
    public String name() {
        return "narrow";
    }

    @Override
    public String title() {
        return "Narrow";
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return false;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.GENERATED_STORED);
    }

    @Override
    public Names names() {
        return new Names('"', '"', 18, Names.Unit.BYTES, scope, scope);
    }

    @Override
    public Limits limits() {
        return new Limits() {
            @Override
            public int indexBytes() {
                return 100;
            }

            @Override
            public boolean unlimitedKeys() {
                return false;
            }

            @Override
            public int textLength() {
                return 4000;
            }

            @Override
            public int decimalDigits() {
                return 38;
            }

            @Override
            public Set<Action> onDelete() {
                return EnumSet.complementOf(EnumSet.of(Action.RESTRICT));
            }

            @Override
            public boolean severalCascadePaths() {
                return false;
            }
        };
    }

    @Override
    public Types types() {
        return H2.types();
    }

    @Override
    public Statements statements() {
        return H2.statements();
    }

    @Override
    public DiffRules diffRules() {
        return H2.diffRules();
    }

    @Override
    public Inspector inspector() {
        return H2.inspector();
    }

    @Override
    public Errors errors() {
        return H2.errors();
    }

    @Override
    public Queries queries() {
        return H2.queries();
    }
}
