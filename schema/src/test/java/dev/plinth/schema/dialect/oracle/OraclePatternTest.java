package dev.plinth.schema.dialect.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OraclePatternTest {
    private static void becomes(String portable, String posix) {
        assertThat(OraclePattern.of(portable)).as(portable).isEqualTo(posix);
    }

    @Test
    void groupsArePlain() {
        becomes("^(?:ab|cd)*$", "^(ab|cd)*$");
        becomes("\\(?:x", "\\(?:x");
        becomes("^[A-Z]{2}a\\.b\\\\", "^[A-Z]{2}a\\.b\\\\");
    }

    @Test
    void withinBracketsThePlaceTellsTheMeaning() {
        becomes("[\\-+]?[0-9]{1,3}", "[+-]?[0-9]{1,3}");
        becomes("[\\[\\]]", "[][]");
        becomes("[^\\]a-z]", "[^]a-z]");
        becomes("[\\^]", "\\^");
        becomes("[\\^\\-]", "[-^]");
        becomes("[^\\^]", "[^^]");
        becomes("[\\\\a]", "[\\a]");
    }

    @Test
    void whiteSpaceIsItself() {
        becomes("[^\\n]\\t[ \\t\\r]", "[^\n]\t[ \t\r]");
    }
}
