package dev.plinth.schema.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.problem.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** What is refused, where, and with what advice. */
class ExpressionProblemsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            textBlock =
                    """
                    price >;                              E001; 1:8; ends too early
                    price = 1;                            E001; 1:7; ==
                    price > 1 and name == 'a';            E001; 1:11; &&
                    name is null;                         E001; 1:6; x == null
                    name like 'a%';                       E001; 1:6; startsWith
                    price <> 1;                           E001; 1:8; !=
                    name == 'a;                           E001; 1:9; quote
                    big == 9223372036854775808;           E008; 1:8; 64 bits
                    {'a': 1} == 1;                        E003; 1:1; Maps
                    prise > 1;                            E004; 1:1; "price"
                    row.prise > 1;                        E004; 1:1; "price"
                    today > due;                          E004; 1:1; today(…)
                    price.amount > 1;                     E005; 1:1; price.amount
                    user.mail == 'a';                     E005; 1:1; user.email
                    trimm(name) == 'a';                   E005; 1:6; "trim"
                    trim(name) == 'a';                    E005; 1:5; name.trim()
                    [1].all(x, x > 0);                    E003; 1:8; list
                    price == 'a';                         E006; 1:7; without quotes
                    born < '2025-01-01';                  E006; 1:6; date('2025-12-31')
                    born < now();                         E006; 1:6; date
                    data == 'a';                          E006; 1:6; null
                    active > true;                        E006; 1:8; true or false
                    name > null;                          E006; 1:6; null
                    name && active;                       E006; 1:6; condition
                    -name == 'a';                         E006; 1:1; number
                    name - 'a' == 'b';                    E006; 1:6; a text and a text
                    price + name == 'a';                  E006; 1:7; a number and a text
                    starts == created;                    E006; 1:8; timestamp
                    (active ? 1 : 'a') == 1;              E006; 1:9; one kind
                    name in 'a';                          E006; 1:6; list
                    quantity in [1, 'a'];                 E006; 1:17; a text
                    quantity in [null];                   E006; 1:14; == null
                    round(ratio, 1) == 1.0;               E006; 1:6; exact number
                    round(price, quantity) == 1;          E006; 1:6; constant
                    due + duration('36h') == due;         E006; 1:5; whole days
                    size(name, name) == 1;                E007; 1:5; size(name)
                    now(1) == created;                    E007; 1:4; brackets
                    has(1);                               E007; 1:4; column
                    born == date('tomorrow');             E008; 1:14; 2025-12-31
                    born == date(name);                   E006; 1:13; constant
                    owner == uuid('x');                   E008; 1:15; UUID
                    starts == timestamp('2025-01-01T00:00:00.1234567');     E008; 1:21; six digits
                    ends - starts > duration('1 day');    E008; 1:26; 1h30m
                    price;                                E009; 1:1; not a condition
                    name.matches('(?=a)');                E011; 1:13; look ahead
                    name.matches('a**');                  E011; 1:13; repetition
                    name.matches('[a');                   E011; 1:13; closed
                    name.matches(note);                   E011; 1:13; constant
                    """)
    void saysWhatIsWrongAndWhere(String text, String code, String place, String part) {
        List<Problem> problems = Expressions.condition(text, Sample.scope(), "").problems();
        assertThat(problems).hasSize(1);
        Problem problem = problems.getFirst();
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.path()).isEqualTo(place);
        assertThat(problem.message() + " " + problem.hint()).contains(part);
    }

    @Test
    void findsAllProblemsAtOnce() {
        Checked checked =
                Expressions.condition(
                        "prise > 1 &&\n nam == 'a' || born < 3", Sample.scope(), "checks/x");
        assertThat(checked.expression()).isEmpty();
        assertThat(checked.problems())
                .extracting(Problem::path)
                .containsExactly("checks/x:1:1", "checks/x:2:2", "checks/x:2:21");
    }

    @Test
    void knowsNeitherUserNorEarlierRowInAPlainScope() {
        Scope plain = Scope.of(Sample.TABLE);
        assertThat(Expressions.condition("name == user.id", plain, "").problems())
                .extracting(Problem::code)
                .containsExactly("E005");
        assertThat(Expressions.condition("name == old.name", plain, "").problems())
                .extracting(Problem::code)
                .containsExactly("E010");
    }

    @Test
    void warnsOfWholeDivisionButTakesIt() {
        Checked checked = Expressions.condition("quantity / 2 > 1", Sample.scope(), "");
        assertThat(checked.expression()).isPresent();
        assertThat(checked.problems()).extracting(Problem::code).containsExactly("E012");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    price * rate;        decimal(12,2);  round(
                    price;               integer;        round(
                    ratio * 2;           decimal(12,2);  floating point
                    name;                integer;        a number
                    quantity;            text(10);       a text
                    data;                binary;         tested for null
                    """)
    void refusesAValueThatTheColumnWouldChange(String text, String type, String part) {
        List<Problem> problems =
                Expressions.check(text, Sample.scope(), Wanted.value(Sample.type(type)), "")
                        .problems();
        assertThat(problems).extracting(Problem::code).containsExactly("E009");
        assertThat(problems.getFirst().message() + problems.getFirst().hint()).contains(part);
    }

    @Test
    void refusesWhatIsTooDeep() {
        String deep = "(".repeat(300) + "active" + ")".repeat(300);
        assertThat(Expressions.condition(deep, Sample.scope(), "").problems())
                .extracting(Problem::code)
                .containsExactly("E002");
        String wide = "active" + " && active".repeat(3000);
        assertThat(Expressions.condition(wide, Sample.scope(), "").problems())
                .extracting(Problem::code)
                .containsExactly("E002");
    }

    @Test
    void needsLittleStackForTheLongestChains() throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable work =
                () -> {
                    chains(50, 480).forEach(t -> read(t).orThrow().evaluate(Given.nothing()));
                    for (String text : chains(1_600, 1_200)) {
                        assertThat(read(text).problems())
                                .extracting(Problem::code)
                                .containsExactly("E002");
                    }
                };
        Thread small = new Thread(null, work, "small stack", 256 * 1024);
        small.setUncaughtExceptionHandler((_, e) -> failure.set(e));
        small.start();
        small.join();
        assertThat(failure.get()).isNull();
    }

    private static Checked read(String text) {
        return Expressions.condition(text, Sample.scope(), "");
    }

    private static List<String> chains(int links, int alternatives) {
        return List.of(
                "1 < price" + "+1".repeat(links),
                "active" + "==true".repeat(links),
                "active" + "||active".repeat(alternatives));
    }

    @Test
    void anUnknownValidationPassesAndAnUnknownRowConditionDoesNot() {
        CheckedExpression unknown =
                Expressions.condition("price > 1", Sample.scope(), "").orThrow();
        assertThat(unknown.allows(Given.nothing())).isTrue();
        assertThat(unknown.holds(Given.nothing())).isFalse();
    }
}
