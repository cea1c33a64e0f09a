-- What expressions become in IBM Db2. No server has run them in these tests.

-- active && quantity == 1
SELECT 1 FROM t WHERE ("active" = TRUE) AND "quantity" = 1
@

-- active || quantity == 1
SELECT 1 FROM t WHERE ("active" = TRUE) OR "quantity" = 1
@

-- !active
SELECT 1 FROM t WHERE NOT ("active" = TRUE)
@

-- !(price > 1)
SELECT 1 FROM t WHERE NOT ("price" > 1)
@

-- active
SELECT 1 FROM t WHERE "active" = TRUE
@

-- active == true
SELECT 1 FROM t WHERE "active" = TRUE
@

-- active != (price > 1)
SELECT 1 FROM t WHERE "active" <> CASE WHEN ("price" > 1) THEN TRUE WHEN NOT (("price" > 1)) THEN FALSE END
@

-- (price > 1) == (quantity > 1)
SELECT 1 FROM t WHERE CASE WHEN ("price" > 1) THEN TRUE WHEN NOT (("price" > 1)) THEN FALSE END = CASE WHEN ("quantity" > 1) THEN TRUE WHEN NOT (("quantity" > 1)) THEN FALSE END
@

-- name == null
SELECT 1 FROM t WHERE "name" IS NULL
@

-- name != null
SELECT 1 FROM t WHERE "name" IS NOT NULL
@

-- null == row.name
SELECT 1 FROM t WHERE "name" IS NULL
@

-- has(row.name)
SELECT 1 FROM t WHERE "name" IS NOT NULL
@

-- data == null
SELECT 1 FROM t WHERE "data" IS NULL
@

-- has(row.data)
SELECT 1 FROM t WHERE "data" IS NOT NULL
@

-- (price > 1) == null
SELECT 1 FROM t WHERE CASE WHEN ("price" > 1) THEN TRUE WHEN NOT (("price" > 1)) THEN FALSE END IS NULL
@

-- row.`first name` == 'Ann'
SELECT 1 FROM t WHERE VARBINARY("first name") = VARBINARY('Ann')
@

-- price > 10
SELECT 1 FROM t WHERE "price" > 10
@

-- price == 0.10
SELECT 1 FROM t WHERE "price" = 0.10
@

-- price + 0.20 == 0.30
SELECT 1 FROM t WHERE ("price" + 0.20) = 0.30
@

-- price * 3 == 0.30
SELECT 1 FROM t WHERE ("price" * 3) = 0.30
@

-- huge == 12345678901234567890.0123456789
SELECT 1 FROM t WHERE "huge" = 12345678901234567890.0123456789
@

-- huge == 12345678901234567890.0123456788
SELECT 1 FROM t WHERE "huge" = 12345678901234567890.0123456788
@

-- huge + 0.0000000001 > 12345678901234567890.0123456789
SELECT 1 FROM t WHERE ("huge" + 0.0000000001) > 12345678901234567890.0123456789
@

-- big == 9223372036854775807
SELECT 1 FROM t WHERE "big" = 9223372036854775807
@

-- big + 1 > 9223372036854775807
SELECT 1 FROM t WHERE (CAST("big" AS DECIMAL(20, 0)) + 1) > 9223372036854775807
@

-- big > 9007199254740992
SELECT 1 FROM t WHERE "big" > 9007199254740992
@

-- big * big > 1
-- cannot be said

-- quantity * quantity == 4611686014132420609
SELECT 1 FROM t WHERE (CAST("quantity" AS DECIMAL(20, 0)) * CAST("quantity" AS DECIMAL(20, 0))) = 4611686014132420609
@

-- quantity + small == 40000
SELECT 1 FROM t WHERE (CAST("quantity" AS BIGINT) + CAST("small" AS BIGINT)) = 40000
@

-- -quantity == -3
SELECT 1 FROM t WHERE (-CAST("quantity" AS BIGINT)) = (-3)
@

-- -(price - 2) == 1.5
SELECT 1 FROM t WHERE (-("price" - 2)) = 1.5
@

-- 5 - -quantity == 8
SELECT 1 FROM t WHERE (5 - (-CAST("quantity" AS BIGINT))) = 8
@

-- quantity > price
SELECT 1 FROM t WHERE "quantity" > "price"
@

-- quantity == price
SELECT 1 FROM t WHERE "quantity" = "price"
@

-- quantity / 2 == 3
SELECT 1 FROM t WHERE ((CAST("quantity" AS BIGINT) - MOD(CAST("quantity" AS BIGINT), NULLIF(2, 0))) / NULLIF(2, 0)) = 3
@

-- quantity / 2 == -3
SELECT 1 FROM t WHERE ((CAST("quantity" AS BIGINT) - MOD(CAST("quantity" AS BIGINT), NULLIF(2, 0))) / NULLIF(2, 0)) = (-3)
@

-- quantity % 3 == -1
SELECT 1 FROM t WHERE (MOD(CAST("quantity" AS BIGINT), NULLIF(3, 0))) = (-1)
@

-- price == 1 / 0
SELECT 1 FROM t WHERE "price" = CAST(NULL AS BIGINT)
@

-- price in [1 / 0]
SELECT 1 FROM t WHERE "price" = CAST(NULL AS BIGINT)
@

-- quantity / small == 1
SELECT 1 FROM t WHERE ((CAST("quantity" AS BIGINT) - MOD(CAST("quantity" AS BIGINT), NULLIF(CAST("small" AS BIGINT), 0))) / NULLIF(CAST("small" AS BIGINT), 0)) = 1
@

-- quantity % small == 1
SELECT 1 FROM t WHERE (MOD(CAST("quantity" AS BIGINT), NULLIF(CAST("small" AS BIGINT), 0))) = 1
@

-- price / 3 == 3.333333
SELECT 1 FROM t WHERE (ROUND((((CAST("price" AS DECIMAL(19, 2)) * 10000000) - MOD((CAST("price" AS DECIMAL(19, 2)) * 10000000), NULLIF(3, 0))) / NULLIF(3, 0)) * 0.0000001, 6)) = 3.333333
@

-- price / 3 == 0.666667
SELECT 1 FROM t WHERE (ROUND((((CAST("price" AS DECIMAL(19, 2)) * 10000000) - MOD((CAST("price" AS DECIMAL(19, 2)) * 10000000), NULLIF(3, 0))) / NULLIF(3, 0)) * 0.0000001, 6)) = 0.666667
@

-- price / -3 == -0.666667
SELECT 1 FROM t WHERE (ROUND((((CAST("price" AS DECIMAL(19, 2)) * 10000000) - MOD((CAST("price" AS DECIMAL(19, 2)) * 10000000), NULLIF((-3), 0))) / NULLIF((-3), 0)) * 0.0000001, 6)) = (-0.666667)
@

-- price / 0 == 1
SELECT 1 FROM t WHERE (ROUND((((CAST("price" AS DECIMAL(19, 2)) * 10000000) - MOD((CAST("price" AS DECIMAL(19, 2)) * 10000000), NULLIF(0, 0))) / NULLIF(0, 0)) * 0.0000001, 6)) = 1
@

-- rate % 0.3 == 0.1
SELECT 1 FROM t WHERE (MOD("rate", NULLIF(CAST(0.3 AS DECIMAL(5, 4)), 0))) = 0.1
@

-- price % 1 == 0
SELECT 1 FROM t WHERE (MOD("price", NULLIF(CAST(1 AS DECIMAL(3, 2)), 0))) = 0
@

-- 1 + 2 * 3 == 7
SELECT 1 FROM t WHERE 1 = 1
@

-- (1 + 2) * 3 == 9
SELECT 1 FROM t WHERE 1 = 1
@

-- 7 / 2 == 3
SELECT 1 FROM t WHERE 1 = 1
@

-- 7 / 2.0 == 3.5
SELECT 1 FROM t WHERE 1 = 1
@

-- price % 0.1 == 0
SELECT 1 FROM t WHERE (MOD("price", NULLIF(CAST(0.1 AS DECIMAL(3, 2)), 0))) = 0
@

-- abs(price) == 1.5
SELECT 1 FROM t WHERE ABS("price") = 1.5
@

-- round(price, 1) == 1.3
SELECT 1 FROM t WHERE ROUND("price", 1) = 1.3
@

-- round(price, 1) == -1.3
SELECT 1 FROM t WHERE ROUND("price", 1) = (-1.3)
@

-- round(price) == 2
SELECT 1 FROM t WHERE ROUND("price", 0) = 2
@

-- round(quantity, 2) == 3
SELECT 1 FROM t WHERE "quantity" = 3
@

-- quantity in [1, 2, 3]
SELECT 1 FROM t WHERE "quantity" = 1 OR "quantity" = 2 OR "quantity" = 3
@

-- quantity in [1, 2]
SELECT 1 FROM t WHERE "quantity" = 1 OR "quantity" = 2
@

-- quantity in []
SELECT 1 FROM t WHERE 1 = 0
@

-- quantity in [1, small]
SELECT 1 FROM t WHERE "quantity" = 1 OR "quantity" = "small"
@

-- quantity in [5, small]
SELECT 1 FROM t WHERE "quantity" = 5 OR "quantity" = "small"
@

-- !(quantity in [1, small])
SELECT 1 FROM t WHERE NOT ("quantity" = 1 OR "quantity" = "small")
@

-- price in [1, 2.50]
SELECT 1 FROM t WHERE "price" = 1 OR "price" = 2.50
@

-- 1e3 == 1000
SELECT 1 FROM t WHERE 1 = 1
@

-- price < 1.5e1
SELECT 1 FROM t WHERE "price" < 15
@

-- 0x10 == 16
SELECT 1 FROM t WHERE 1 = 1
@

-- ratio > 0.5
SELECT 1 FROM t WHERE "ratio" > CAST(0.5 AS DOUBLE)
@

-- ratio * 2 == 1.5
SELECT 1 FROM t WHERE ("ratio" * CAST(2 AS DOUBLE)) = CAST(1.5 AS DOUBLE)
@

-- ratio + price == 1.75
SELECT 1 FROM t WHERE ("ratio" + CAST("price" AS DOUBLE)) = CAST(1.75 AS DOUBLE)
@

-- ratio / 0 == 1
SELECT 1 FROM t WHERE ("ratio" / NULLIF(CAST(0 AS DOUBLE), 0)) = CAST(1 AS DOUBLE)
@

-- ratio == 0.1 + 0.2
SELECT 1 FROM t WHERE "ratio" = CAST(0.3 AS DOUBLE)
@

-- ratio in [1, 0.75]
SELECT 1 FROM t WHERE "ratio" = CAST(1 AS DOUBLE) OR "ratio" = CAST(0.75 AS DOUBLE)
@

-- -ratio < 0
SELECT 1 FROM t WHERE (-"ratio") < CAST(0 AS DOUBLE)
@

-- name == 'a'
SELECT 1 FROM t WHERE VARBINARY("name") = VARBINARY('a')
@

-- name == 'A'
SELECT 1 FROM t WHERE VARBINARY("name") = VARBINARY('A')
@

-- name == 'a '
SELECT 1 FROM t WHERE VARBINARY("name") = VARBINARY('a ')
@

-- name < 'b'
SELECT 1 FROM t WHERE VARBINARY("name") < VARBINARY('b')
@

-- name < 'a'
SELECT 1 FROM t WHERE VARBINARY("name") < VARBINARY('a')
@

-- name > 'z'
SELECT 1 FROM t WHERE VARBINARY("name") > VARBINARY('z')
@

-- name > 'Ａ'
SELECT 1 FROM t WHERE VARBINARY("name") > VARBINARY('Ａ')
@

-- name != note
SELECT 1 FROM t WHERE VARBINARY("name") <> VARBINARY("note")
@

-- name in ['new', 'open']
SELECT 1 FROM t WHERE VARBINARY("name") = VARBINARY('new') OR VARBINARY("name") = VARBINARY('open')
@

-- size(name) == 3
SELECT 1 FROM t WHERE CHARACTER_LENGTH("name", CODEUNITS32) = 3
@

-- name.size() > 0
SELECT 1 FROM t WHERE CHARACTER_LENGTH("name", CODEUNITS32) > 0
@

-- size(name) == 0
SELECT 1 FROM t WHERE CHARACTER_LENGTH("name", CODEUNITS32) = 0
@

-- size(name) == 2
SELECT 1 FROM t WHERE CHARACTER_LENGTH("name", CODEUNITS32) = 2
@

-- name.startsWith('Ab')
SELECT 1 FROM t WHERE LOCATE(VARBINARY('Ab'), VARBINARY("name")) = 1
@

-- name.startsWith('ab')
SELECT 1 FROM t WHERE LOCATE(VARBINARY('ab'), VARBINARY("name")) = 1
@

-- name.startsWith('')
SELECT 1 FROM t WHERE LOCATE(VARBINARY(''), VARBINARY("name")) = 1
@

-- name.startsWith('x')
SELECT 1 FROM t WHERE LOCATE(VARBINARY('x'), VARBINARY("name")) = 1
@

-- name.endsWith('😀')
SELECT 1 FROM t WHERE (CHARACTER_LENGTH("name", CODEUNITS32) >= CHARACTER_LENGTH('😀', CODEUNITS32) AND VARBINARY(RIGHT("name", CHARACTER_LENGTH('😀', CODEUNITS32), CODEUNITS32)) = VARBINARY('😀'))
@

-- name.contains('😀')
SELECT 1 FROM t WHERE LOCATE(VARBINARY('😀'), VARBINARY("name")) > 0
@

-- name.endsWith('bc')
SELECT 1 FROM t WHERE (CHARACTER_LENGTH("name", CODEUNITS32) >= CHARACTER_LENGTH('bc', CODEUNITS32) AND VARBINARY(RIGHT("name", CHARACTER_LENGTH('bc', CODEUNITS32), CODEUNITS32)) = VARBINARY('bc'))
@

-- name.endsWith('BC')
SELECT 1 FROM t WHERE (CHARACTER_LENGTH("name", CODEUNITS32) >= CHARACTER_LENGTH('BC', CODEUNITS32) AND VARBINARY(RIGHT("name", CHARACTER_LENGTH('BC', CODEUNITS32), CODEUNITS32)) = VARBINARY('BC'))
@

-- name.endsWith('')
SELECT 1 FROM t WHERE (CHARACTER_LENGTH("name", CODEUNITS32) >= CHARACTER_LENGTH('', CODEUNITS32) AND VARBINARY(RIGHT("name", CHARACTER_LENGTH('', CODEUNITS32), CODEUNITS32)) = VARBINARY(''))
@

-- name.endsWith('xyz')
SELECT 1 FROM t WHERE (CHARACTER_LENGTH("name", CODEUNITS32) >= CHARACTER_LENGTH('xyz', CODEUNITS32) AND VARBINARY(RIGHT("name", CHARACTER_LENGTH('xyz', CODEUNITS32), CODEUNITS32)) = VARBINARY('xyz'))
@

-- name.endsWith(' ')
SELECT 1 FROM t WHERE (CHARACTER_LENGTH("name", CODEUNITS32) >= CHARACTER_LENGTH(' ', CODEUNITS32) AND VARBINARY(RIGHT("name", CHARACTER_LENGTH(' ', CODEUNITS32), CODEUNITS32)) = VARBINARY(' '))
@

-- name.contains('b')
SELECT 1 FROM t WHERE LOCATE(VARBINARY('b'), VARBINARY("name")) > 0
@

-- name.contains('%')
SELECT 1 FROM t WHERE LOCATE(VARBINARY('%'), VARBINARY("name")) > 0
@

-- name.contains('_')
SELECT 1 FROM t WHERE LOCATE(VARBINARY('_'), VARBINARY("name")) > 0
@

-- name.contains('')
SELECT 1 FROM t WHERE LOCATE(VARBINARY(''), VARBINARY("name")) > 0
@

-- name.contains(note)
SELECT 1 FROM t WHERE LOCATE(VARBINARY("note"), VARBINARY("name")) > 0
@

-- name.lowerAscii() == 'abcÉ'
SELECT 1 FROM t WHERE VARBINARY(TRANSLATE("name", 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')) = VARBINARY('abcÉ')
@

-- name.upperAscii() == 'ABCé'
SELECT 1 FROM t WHERE VARBINARY(TRANSLATE("name", 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')) = VARBINARY('ABCé')
@

-- name.trim() == 'a b'
SELECT 1 FROM t WHERE VARBINARY(LTRIM(RTRIM("name", ' ' || CHR(9) || CHR(10) || CHR(13)), ' ' || CHR(9) || CHR(10) || CHR(13))) = VARBINARY('a b')
@

-- name.trim() == ''
SELECT 1 FROM t WHERE VARBINARY(LTRIM(RTRIM("name", ' ' || CHR(9) || CHR(10) || CHR(13)), ' ' || CHR(9) || CHR(10) || CHR(13))) = VARBINARY('')
@

-- name + '-' + note == 'a-b'
SELECT 1 FROM t WHERE VARBINARY(("name" || '-' || "note")) = VARBINARY('a-b')
@

-- name + note == 'a'
SELECT 1 FROM t WHERE VARBINARY(("name" || "note")) = VARBINARY('a')
@

-- name == 'it\'s'
SELECT 1 FROM t WHERE VARBINARY("name") = VARBINARY('it''s')
@

-- name == 'a\\b'
SELECT 1 FROM t WHERE VARBINARY("name") = VARBINARY('a\b')
@

-- name == "x" + "y"
SELECT 1 FROM t WHERE VARBINARY("name") = VARBINARY('xy')
@

-- name == '\n'
SELECT 1 FROM t WHERE VARBINARY("name") = VARBINARY('
')
@

-- name == r'\n'
SELECT 1 FROM t WHERE VARBINARY("name") = VARBINARY('\n')
@

-- name.trim().size() > 0 && name.size() <= 50
SELECT 1 FROM t WHERE CHARACTER_LENGTH(LTRIM(RTRIM("name", ' ' || CHR(9) || CHR(10) || CHR(13)), ' ' || CHR(9) || CHR(10) || CHR(13)), CODEUNITS32) > 0 AND CHARACTER_LENGTH("name", CODEUNITS32) <= 50
@

-- name.matches('^[A-Z]{2}[0-9]+$')
-- cannot be said

-- name.matches('b')
-- cannot be said

-- name.matches('^b')
-- cannot be said

-- name.matches(r'^\d+$')
-- cannot be said

-- name.matches(r'^\w+\.\w+$')
-- cannot be said

-- name.matches('^.$')
-- cannot be said

-- name.matches('^(?:ab|cd)*$')
-- cannot be said

-- name.matches('^[^,]+$')
-- cannot be said

-- name.matches('^[-+]?[0-9]{1,3}$')
-- cannot be said

-- name.matches(r'^[^@\s]+@[^@\s]+$')
-- cannot be said

-- name.matches('a|b')
-- cannot be said

-- name.matches(r'[\[\]]')
-- cannot be said

-- name.matches('A')
-- cannot be said

-- name.matches('')
-- cannot be said

-- (active ? 1 : 2) == 2
SELECT 1 FROM t WHERE CASE WHEN "active" = TRUE THEN 1 ELSE 2 END = 2
@

-- active ? price > 1 : price < 1
SELECT 1 FROM t WHERE CASE WHEN "active" = TRUE THEN CASE WHEN ("price" > 1) THEN TRUE WHEN NOT (("price" > 1)) THEN FALSE END ELSE CASE WHEN ("price" < 1) THEN TRUE WHEN NOT (("price" < 1)) THEN FALSE END END = TRUE
@

-- coalesce(price, 0) == 0
SELECT 1 FROM t WHERE COALESCE("price", 0) = 0
@

-- coalesce(name, note, 'x') == 'b'
SELECT 1 FROM t WHERE VARBINARY(COALESCE("name", "note", 'x')) = VARBINARY('b')
@

-- coalesce(active, false)
SELECT 1 FROM t WHERE COALESCE("active", FALSE) = TRUE
@

-- coalesce(quantity, price) == 1.5
SELECT 1 FROM t WHERE COALESCE("quantity", "price") = 1.5
@

-- (active ? price : null) == 1
SELECT 1 FROM t WHERE CASE WHEN "active" = TRUE THEN "price" ELSE CAST(NULL AS DECIMAL(12, 2)) END = 1
@

-- (active ? quantity : price) / 2 == 3.5
SELECT 1 FROM t WHERE (ROUND((((CAST(CASE WHEN "active" = TRUE THEN "quantity" ELSE "price" END AS DECIMAL(19, 2)) * 10000000) - MOD((CAST(CASE WHEN "active" = TRUE THEN "quantity" ELSE "price" END AS DECIMAL(19, 2)) * 10000000), NULLIF(2, 0))) / NULLIF(2, 0)) * 0.0000001, 6)) = 3.5
@

-- coalesce(ratio, quantity) == 3
SELECT 1 FROM t WHERE COALESCE("ratio", CAST("quantity" AS DOUBLE)) = CAST(3 AS DOUBLE)
@

-- born < date('2000-01-01')
SELECT 1 FROM t WHERE "born" < CAST('2000-01-01' AS DATE)
@

-- born <= due
SELECT 1 FROM t WHERE "born" <= "due"
@

-- born in [date('2025-01-01'), due]
SELECT 1 FROM t WHERE "born" = CAST('2025-01-01' AS DATE) OR "born" = "due"
@

-- due - born >= duration('7d')
SELECT 1 FROM t WHERE "due" >= "born" + (7) DAYS
@

-- due >= born + duration('7d')
SELECT 1 FROM t WHERE "due" >= ("born" + (7) DAYS)
@

-- due - duration('1d') == date('2024-02-29')
SELECT 1 FROM t WHERE ("due" + (-1) DAYS) = CAST('2024-02-29' AS DATE)
@

-- opens >= time('08:00:00')
SELECT 1 FROM t WHERE ("opens" || '000') >= ('08:00:00.000000' || '000')
@

-- opens < time('08:00:00.5')
SELECT 1 FROM t WHERE ("opens" || '000') < ('08:00:00.500000' || '000')
@

-- starts < ends
SELECT 1 FROM t WHERE "starts" < "ends"
@

-- starts >= timestamp('2025-01-01T00:00:00')
SELECT 1 FROM t WHERE "starts" >= CAST('2025-01-01 00:00:00' AS TIMESTAMP(6))
@

-- starts >= date('2025-06-15')
-- cannot be said

-- ends - starts <= duration('8h')
SELECT 1 FROM t WHERE "ends" <= "starts" + (28800.000000000) SECONDS
@

-- duration('90m') < ends - starts
SELECT 1 FROM t WHERE "ends" > "starts" + (5400.000000000) SECONDS
@

-- starts + duration('1h30m') == ends
SELECT 1 FROM t WHERE ("starts" + (5400.000000000) SECONDS) = "ends"
@

-- created == timestamp('2025-06-15T12:00:00+02:00')
SELECT 1 FROM t WHERE "created" = CAST('2025-06-15 10:00:00' AS TIMESTAMP(6))
@

-- created > timestamp('2025-06-15T00:00:00')
-- cannot be said

-- duration('1d') == duration('24h')
SELECT 1 FROM t WHERE 1 = 1
@

-- owner == '123e4567-e89b-12d3-a456-426614174000'
SELECT 1 FROM t WHERE "owner" = BX'123e4567e89b12d3a456426614174000'
@

-- owner != uuid('123e4567-e89b-12d3-a456-426614174000')
SELECT 1 FROM t WHERE "owner" <> BX'123e4567e89b12d3a456426614174000'
@

-- price * quantity
SELECT "price" * CAST("quantity" AS DECIMAL(22, 0)) FROM t
@

-- round(price * rate, 2)
SELECT ROUND("price" * "rate", 2) FROM t
@

-- quantity * 2
SELECT CAST("quantity" AS BIGINT) * 2 FROM t
@

-- name + ' ' + coalesce(note, '')
SELECT "name" || ' ' || COALESCE("note", '') FROM t
@

-- price > 1 ? 'high' : 'low'
SELECT CASE WHEN "price" > 1 THEN 'high' ELSE 'low' END FROM t
@

-- born + duration('1d')
SELECT "born" + (1) DAYS FROM t
@

-- price > 1
SELECT CASE WHEN ("price" > 1) THEN TRUE WHEN NOT (("price" > 1)) THEN FALSE END FROM t
@

-- null
SELECT CAST(NULL AS VARCHAR(4000 CODEUNITS32)) FROM t
@

-- price / quantity
SELECT ROUND((((CAST("price" AS DECIMAL(19, 2)) * 10000000) - MOD((CAST("price" AS DECIMAL(19, 2)) * 10000000), NULLIF("quantity", 0))) / NULLIF("quantity", 0)) * 0.0000001, 6) FROM t
@
