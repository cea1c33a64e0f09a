-- What expressions become in Oracle Database. No server has run them in these tests.

-- active && quantity == 1
SELECT 1 FROM t WHERE ("active" = 1) AND "quantity" = 1
/

-- active || quantity == 1
SELECT 1 FROM t WHERE ("active" = 1) OR "quantity" = 1
/

-- !active
SELECT 1 FROM t WHERE NOT ("active" = 1)
/

-- !(price > 1)
SELECT 1 FROM t WHERE NOT ("price" > 1)
/

-- active
SELECT 1 FROM t WHERE "active" = 1
/

-- active == true
SELECT 1 FROM t WHERE "active" = 1
/

-- active != (price > 1)
SELECT 1 FROM t WHERE "active" <> CASE WHEN ("price" > 1) THEN 1 WHEN NOT (("price" > 1)) THEN 0 END
/

-- (price > 1) == (quantity > 1)
SELECT 1 FROM t WHERE CASE WHEN ("price" > 1) THEN 1 WHEN NOT (("price" > 1)) THEN 0 END = CASE WHEN ("quantity" > 1) THEN 1 WHEN NOT (("quantity" > 1)) THEN 0 END
/

-- name == null
SELECT 1 FROM t WHERE "name" IS NULL
/

-- name != null
SELECT 1 FROM t WHERE "name" IS NOT NULL
/

-- null == row.name
SELECT 1 FROM t WHERE "name" IS NULL
/

-- has(row.name)
SELECT 1 FROM t WHERE "name" IS NOT NULL
/

-- data == null
SELECT 1 FROM t WHERE "data" IS NULL
/

-- has(row.data)
SELECT 1 FROM t WHERE "data" IS NOT NULL
/

-- (price > 1) == null
SELECT 1 FROM t WHERE CASE WHEN ("price" > 1) THEN 1 WHEN NOT (("price" > 1)) THEN 0 END IS NULL
/

-- row.`first name` == 'Ann'
SELECT 1 FROM t WHERE "first name" = 'Ann'
/

-- price > 10
SELECT 1 FROM t WHERE "price" > 10
/

-- price == 0.10
SELECT 1 FROM t WHERE "price" = 0.10
/

-- price + 0.20 == 0.30
SELECT 1 FROM t WHERE ("price" + 0.20) = 0.30
/

-- price * 3 == 0.30
SELECT 1 FROM t WHERE ("price" * 3) = 0.30
/

-- huge == 12345678901234567890.0123456789
SELECT 1 FROM t WHERE "huge" = 12345678901234567890.0123456789
/

-- huge == 12345678901234567890.0123456788
SELECT 1 FROM t WHERE "huge" = 12345678901234567890.0123456788
/

-- huge + 0.0000000001 > 12345678901234567890.0123456789
SELECT 1 FROM t WHERE ("huge" + 0.0000000001) > 12345678901234567890.0123456789
/

-- big == 9223372036854775807
SELECT 1 FROM t WHERE "big" = 9223372036854775807
/

-- big + 1 > 9223372036854775807
SELECT 1 FROM t WHERE (CAST("big" AS NUMBER(20)) + 1) > 9223372036854775807
/

-- big > 9007199254740992
SELECT 1 FROM t WHERE "big" > 9007199254740992
/

-- big * big > 1
SELECT 1 FROM t WHERE (CAST("big" AS NUMBER(38)) * CAST("big" AS NUMBER(38))) > 1
/

-- quantity * quantity == 4611686014132420609
SELECT 1 FROM t WHERE (CAST("quantity" AS NUMBER(20)) * CAST("quantity" AS NUMBER(20))) = 4611686014132420609
/

-- quantity + small == 40000
SELECT 1 FROM t WHERE (CAST("quantity" AS NUMBER(19)) + CAST("small" AS NUMBER(19))) = 40000
/

-- -quantity == -3
SELECT 1 FROM t WHERE (-CAST("quantity" AS NUMBER(19))) = (-3)
/

-- -(price - 2) == 1.5
SELECT 1 FROM t WHERE (-("price" - 2)) = 1.5
/

-- 5 - -quantity == 8
SELECT 1 FROM t WHERE (5 - (-CAST("quantity" AS NUMBER(19)))) = 8
/

-- quantity > price
SELECT 1 FROM t WHERE "quantity" > "price"
/

-- quantity == price
SELECT 1 FROM t WHERE "quantity" = "price"
/

-- quantity / 2 == 3
SELECT 1 FROM t WHERE ((CAST("quantity" AS NUMBER(19)) - MOD(CAST("quantity" AS NUMBER(19)), NULLIF(2, 0))) / NULLIF(2, 0)) = 3
/

-- quantity / 2 == -3
SELECT 1 FROM t WHERE ((CAST("quantity" AS NUMBER(19)) - MOD(CAST("quantity" AS NUMBER(19)), NULLIF(2, 0))) / NULLIF(2, 0)) = (-3)
/

-- quantity % 3 == -1
SELECT 1 FROM t WHERE (MOD(CAST("quantity" AS NUMBER(19)), NULLIF(3, 0))) = (-1)
/

-- price == 1 / 0
SELECT 1 FROM t WHERE "price" = NULL
/

-- price in [1 / 0]
SELECT 1 FROM t WHERE "price" IN (NULL)
/

-- quantity / small == 1
SELECT 1 FROM t WHERE ((CAST("quantity" AS NUMBER(19)) - MOD(CAST("quantity" AS NUMBER(19)), NULLIF(CAST("small" AS NUMBER(19)), 0))) / NULLIF(CAST("small" AS NUMBER(19)), 0)) = 1
/

-- quantity % small == 1
SELECT 1 FROM t WHERE (MOD(CAST("quantity" AS NUMBER(19)), NULLIF(CAST("small" AS NUMBER(19)), 0))) = 1
/

-- price / 3 == 3.333333
SELECT 1 FROM t WHERE (ROUND((((CAST("price" AS NUMBER(19,2)) * 10000000) - MOD((CAST("price" AS NUMBER(19,2)) * 10000000), NULLIF(3, 0))) / NULLIF(3, 0)) * 0.0000001, 6)) = 3.333333
/

-- price / 3 == 0.666667
SELECT 1 FROM t WHERE (ROUND((((CAST("price" AS NUMBER(19,2)) * 10000000) - MOD((CAST("price" AS NUMBER(19,2)) * 10000000), NULLIF(3, 0))) / NULLIF(3, 0)) * 0.0000001, 6)) = 0.666667
/

-- price / -3 == -0.666667
SELECT 1 FROM t WHERE (ROUND((((CAST("price" AS NUMBER(19,2)) * 10000000) - MOD((CAST("price" AS NUMBER(19,2)) * 10000000), NULLIF((-3), 0))) / NULLIF((-3), 0)) * 0.0000001, 6)) = (-0.666667)
/

-- price / 0 == 1
SELECT 1 FROM t WHERE (ROUND((((CAST("price" AS NUMBER(19,2)) * 10000000) - MOD((CAST("price" AS NUMBER(19,2)) * 10000000), NULLIF(0, 0))) / NULLIF(0, 0)) * 0.0000001, 6)) = 1
/

-- rate % 0.3 == 0.1
SELECT 1 FROM t WHERE (MOD("rate", NULLIF(CAST(0.3 AS NUMBER(5,4)), 0))) = 0.1
/

-- price % 1 == 0
SELECT 1 FROM t WHERE (MOD("price", NULLIF(CAST(1 AS NUMBER(3,2)), 0))) = 0
/

-- 1 + 2 * 3 == 7
SELECT 1 FROM t WHERE 1 = 1
/

-- (1 + 2) * 3 == 9
SELECT 1 FROM t WHERE 1 = 1
/

-- 7 / 2 == 3
SELECT 1 FROM t WHERE 1 = 1
/

-- 7 / 2.0 == 3.5
SELECT 1 FROM t WHERE 1 = 1
/

-- price % 0.1 == 0
SELECT 1 FROM t WHERE (MOD("price", NULLIF(CAST(0.1 AS NUMBER(3,2)), 0))) = 0
/

-- abs(price) == 1.5
SELECT 1 FROM t WHERE ABS("price") = 1.5
/

-- round(price, 1) == 1.3
SELECT 1 FROM t WHERE ROUND("price", 1) = 1.3
/

-- round(price, 1) == -1.3
SELECT 1 FROM t WHERE ROUND("price", 1) = (-1.3)
/

-- round(price) == 2
SELECT 1 FROM t WHERE ROUND("price", 0) = 2
/

-- round(quantity, 2) == 3
SELECT 1 FROM t WHERE "quantity" = 3
/

-- quantity in [1, 2, 3]
SELECT 1 FROM t WHERE "quantity" IN (1, 2, 3)
/

-- quantity in [1, 2]
SELECT 1 FROM t WHERE "quantity" IN (1, 2)
/

-- quantity in []
SELECT 1 FROM t WHERE 1 = 0
/

-- quantity in [1, small]
SELECT 1 FROM t WHERE "quantity" IN (1, "small")
/

-- quantity in [5, small]
SELECT 1 FROM t WHERE "quantity" IN (5, "small")
/

-- !(quantity in [1, small])
SELECT 1 FROM t WHERE NOT ("quantity" IN (1, "small"))
/

-- price in [1, 2.50]
SELECT 1 FROM t WHERE "price" IN (1, 2.50)
/

-- 1e3 == 1000
SELECT 1 FROM t WHERE 1 = 1
/

-- price < 1.5e1
SELECT 1 FROM t WHERE "price" < 15
/

-- 0x10 == 16
SELECT 1 FROM t WHERE 1 = 1
/

-- ratio > 0.5
SELECT 1 FROM t WHERE "ratio" > CAST(0.5 AS BINARY_DOUBLE)
/

-- ratio * 2 == 1.5
SELECT 1 FROM t WHERE ("ratio" * CAST(2 AS BINARY_DOUBLE)) = CAST(1.5 AS BINARY_DOUBLE)
/

-- ratio + price == 1.75
SELECT 1 FROM t WHERE ("ratio" + CAST("price" AS BINARY_DOUBLE)) = CAST(1.75 AS BINARY_DOUBLE)
/

-- ratio / 0 == 1
SELECT 1 FROM t WHERE ("ratio" / NULLIF(CAST(0 AS BINARY_DOUBLE), 0)) = CAST(1 AS BINARY_DOUBLE)
/

-- ratio == 0.1 + 0.2
SELECT 1 FROM t WHERE "ratio" = CAST(0.3 AS BINARY_DOUBLE)
/

-- ratio in [1, 0.75]
SELECT 1 FROM t WHERE "ratio" = CAST(1 AS BINARY_DOUBLE) OR "ratio" = CAST(0.75 AS BINARY_DOUBLE)
/

-- -ratio < 0
SELECT 1 FROM t WHERE (-"ratio") < CAST(0 AS BINARY_DOUBLE)
/

-- name == 'a'
SELECT 1 FROM t WHERE "name" = 'a'
/

-- name == 'A'
SELECT 1 FROM t WHERE "name" = 'A'
/

-- name == 'a '
SELECT 1 FROM t WHERE "name" = 'a '
/

-- name < 'b'
SELECT 1 FROM t WHERE "name" < 'b'
/

-- name < 'a'
SELECT 1 FROM t WHERE "name" < 'a'
/

-- name > 'z'
SELECT 1 FROM t WHERE "name" > 'z'
/

-- name > 'Ａ'
SELECT 1 FROM t WHERE "name" > 'Ａ'
/

-- name != note
SELECT 1 FROM t WHERE "name" <> "note"
/

-- name in ['new', 'open']
SELECT 1 FROM t WHERE "name" IN ('new', 'open')
/

-- size(name) == 3
SELECT 1 FROM t WHERE LENGTH("name") = 3
/

-- name.size() > 0
SELECT 1 FROM t WHERE LENGTH("name") > 0
/

-- size(name) == 0
SELECT 1 FROM t WHERE LENGTH("name") = 0
/

-- size(name) == 2
SELECT 1 FROM t WHERE LENGTH("name") = 2
/

-- name.startsWith('Ab')
SELECT 1 FROM t WHERE SUBSTR("name", 1, LENGTH('Ab')) = 'Ab'
/

-- name.startsWith('ab')
SELECT 1 FROM t WHERE SUBSTR("name", 1, LENGTH('ab')) = 'ab'
/

-- name.startsWith('')
SELECT 1 FROM t WHERE SUBSTR("name", 1, LENGTH('')) = ''
/

-- name.startsWith('x')
SELECT 1 FROM t WHERE SUBSTR("name", 1, LENGTH('x')) = 'x'
/

-- name.endsWith('😀')
SELECT 1 FROM t WHERE SUBSTR("name", -LENGTH('😀')) = '😀'
/

-- name.contains('😀')
SELECT 1 FROM t WHERE INSTR("name", '😀') > 0
/

-- name.endsWith('bc')
SELECT 1 FROM t WHERE SUBSTR("name", -LENGTH('bc')) = 'bc'
/

-- name.endsWith('BC')
SELECT 1 FROM t WHERE SUBSTR("name", -LENGTH('BC')) = 'BC'
/

-- name.endsWith('')
SELECT 1 FROM t WHERE SUBSTR("name", -LENGTH('')) = ''
/

-- name.endsWith('xyz')
SELECT 1 FROM t WHERE SUBSTR("name", -LENGTH('xyz')) = 'xyz'
/

-- name.endsWith(' ')
SELECT 1 FROM t WHERE SUBSTR("name", -LENGTH(' ')) = ' '
/

-- name.contains('b')
SELECT 1 FROM t WHERE INSTR("name", 'b') > 0
/

-- name.contains('%')
SELECT 1 FROM t WHERE INSTR("name", '%') > 0
/

-- name.contains('_')
SELECT 1 FROM t WHERE INSTR("name", '_') > 0
/

-- name.contains('')
SELECT 1 FROM t WHERE INSTR("name", '') > 0
/

-- name.contains(note)
SELECT 1 FROM t WHERE INSTR("name", "note") > 0
/

-- name.lowerAscii() == 'abcÉ'
SELECT 1 FROM t WHERE TRANSLATE("name", 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz') = 'abcÉ'
/

-- name.upperAscii() == 'ABCé'
SELECT 1 FROM t WHERE TRANSLATE("name", 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') = 'ABCé'
/

-- name.trim() == 'a b'
SELECT 1 FROM t WHERE LTRIM(RTRIM("name", ' ' || CHR(9) || CHR(10) || CHR(13)), ' ' || CHR(9) || CHR(10) || CHR(13)) = 'a b'
/

-- name.trim() == ''
SELECT 1 FROM t WHERE LTRIM(RTRIM("name", ' ' || CHR(9) || CHR(10) || CHR(13)), ' ' || CHR(9) || CHR(10) || CHR(13)) = ''
/

-- name + '-' + note == 'a-b'
SELECT 1 FROM t WHERE (CASE WHEN "name" IS NOT NULL AND "note" IS NOT NULL THEN "name" || '-' || "note" END) = 'a-b'
/

-- name + note == 'a'
SELECT 1 FROM t WHERE (CASE WHEN "name" IS NOT NULL AND "note" IS NOT NULL THEN "name" || "note" END) = 'a'
/

-- name == 'it\'s'
SELECT 1 FROM t WHERE "name" = 'it''s'
/

-- name == 'a\\b'
SELECT 1 FROM t WHERE "name" = 'a\b'
/

-- name == "x" + "y"
SELECT 1 FROM t WHERE "name" = 'xy'
/

-- name == '\n'
SELECT 1 FROM t WHERE "name" = '
'
/

-- name == r'\n'
SELECT 1 FROM t WHERE "name" = '\n'
/

-- name.trim().size() > 0 && name.size() <= 50
SELECT 1 FROM t WHERE LENGTH(LTRIM(RTRIM("name", ' ' || CHR(9) || CHR(10) || CHR(13)), ' ' || CHR(9) || CHR(10) || CHR(13))) > 0 AND LENGTH("name") <= 50
/

-- name.matches('^[A-Z]{2}[0-9]+$')
SELECT 1 FROM t WHERE REGEXP_LIKE("name", '^[A-Z]{2}[0-9]+$', 'c')
/

-- name.matches('b')
SELECT 1 FROM t WHERE REGEXP_LIKE("name", 'b', 'c')
/

-- name.matches('^b')
SELECT 1 FROM t WHERE REGEXP_LIKE("name", '^b', 'c')
/

-- name.matches(r'^\d+$')
SELECT 1 FROM t WHERE REGEXP_LIKE("name", '^[0-9]+$', 'c')
/

-- name.matches(r'^\w+\.\w+$')
SELECT 1 FROM t WHERE REGEXP_LIKE("name", '^[A-Za-z0-9_]+\.[A-Za-z0-9_]+$', 'c')
/

-- name.matches('^.$')
SELECT 1 FROM t WHERE REGEXP_LIKE("name", '^[^
]$', 'c')
/

-- name.matches('^(?:ab|cd)*$')
SELECT 1 FROM t WHERE REGEXP_LIKE("name", '^(ab|cd)*$', 'c')
/

-- name.matches('^[^,]+$')
SELECT 1 FROM t WHERE REGEXP_LIKE("name", '^[^,]+$', 'c')
/

-- name.matches('^[-+]?[0-9]{1,3}$')
SELECT 1 FROM t WHERE REGEXP_LIKE("name", '^[+-]?[0-9]{1,3}$', 'c')
/

-- name.matches(r'^[^@\s]+@[^@\s]+$')
SELECT 1 FROM t WHERE REGEXP_LIKE("name", '^[^@ 	
]+@[^@ 	
]+$', 'c')
/

-- name.matches('a|b')
SELECT 1 FROM t WHERE REGEXP_LIKE("name", 'a|b', 'c')
/

-- name.matches(r'[\[\]]')
SELECT 1 FROM t WHERE REGEXP_LIKE("name", '[][]', 'c')
/

-- name.matches('A')
SELECT 1 FROM t WHERE REGEXP_LIKE("name", 'A', 'c')
/

-- name.matches('')
SELECT 1 FROM t WHERE REGEXP_LIKE("name", '', 'c')
/

-- (active ? 1 : 2) == 2
SELECT 1 FROM t WHERE CASE WHEN "active" = 1 THEN 1 ELSE 2 END = 2
/

-- active ? price > 1 : price < 1
SELECT 1 FROM t WHERE CASE WHEN "active" = 1 THEN CASE WHEN ("price" > 1) THEN 1 WHEN NOT (("price" > 1)) THEN 0 END ELSE CASE WHEN ("price" < 1) THEN 1 WHEN NOT (("price" < 1)) THEN 0 END END = 1
/

-- coalesce(price, 0) == 0
SELECT 1 FROM t WHERE COALESCE("price", 0) = 0
/

-- coalesce(name, note, 'x') == 'b'
SELECT 1 FROM t WHERE COALESCE("name", "note", 'x') = 'b'
/

-- coalesce(active, false)
SELECT 1 FROM t WHERE COALESCE("active", 0) = 1
/

-- coalesce(quantity, price) == 1.5
SELECT 1 FROM t WHERE COALESCE("quantity", "price") = 1.5
/

-- (active ? price : null) == 1
SELECT 1 FROM t WHERE CASE WHEN "active" = 1 THEN "price" ELSE NULL END = 1
/

-- (active ? quantity : price) / 2 == 3.5
SELECT 1 FROM t WHERE (ROUND((((CAST(CASE WHEN "active" = 1 THEN "quantity" ELSE "price" END AS NUMBER(19,2)) * 10000000) - MOD((CAST(CASE WHEN "active" = 1 THEN "quantity" ELSE "price" END AS NUMBER(19,2)) * 10000000), NULLIF(2, 0))) / NULLIF(2, 0)) * 0.0000001, 6)) = 3.5
/

-- coalesce(ratio, quantity) == 3
SELECT 1 FROM t WHERE COALESCE("ratio", CAST("quantity" AS BINARY_DOUBLE)) = CAST(3 AS BINARY_DOUBLE)
/

-- born < date('2000-01-01')
SELECT 1 FROM t WHERE "born" < DATE '2000-01-01'
/

-- born <= due
SELECT 1 FROM t WHERE "born" <= "due"
/

-- born in [date('2025-01-01'), due]
SELECT 1 FROM t WHERE "born" IN (DATE '2025-01-01', "due")
/

-- due - born >= duration('7d')
SELECT 1 FROM t WHERE "due" >= "born" + (7)
/

-- due >= born + duration('7d')
SELECT 1 FROM t WHERE "due" >= ("born" + (7))
/

-- due - duration('1d') == date('2024-02-29')
SELECT 1 FROM t WHERE ("due" + (-1)) = DATE '2024-02-29'
/

-- opens >= time('08:00:00')
SELECT 1 FROM t WHERE "opens" >= INTERVAL '0 08:00:00' DAY TO SECOND
/

-- opens < time('08:00:00.5')
SELECT 1 FROM t WHERE "opens" < INTERVAL '0 08:00:00.5' DAY TO SECOND
/

-- starts < ends
SELECT 1 FROM t WHERE "starts" < "ends"
/

-- starts >= timestamp('2025-01-01T00:00:00')
SELECT 1 FROM t WHERE "starts" >= TIMESTAMP '2025-01-01 00:00:00'
/

-- starts >= date('2025-06-15')
-- cannot be said

-- ends - starts <= duration('8h')
SELECT 1 FROM t WHERE "ends" <= "starts" + NUMTODSINTERVAL(28800.000000000, 'SECOND')
/

-- duration('90m') < ends - starts
SELECT 1 FROM t WHERE "ends" > "starts" + NUMTODSINTERVAL(5400.000000000, 'SECOND')
/

-- starts + duration('1h30m') == ends
SELECT 1 FROM t WHERE ("starts" + NUMTODSINTERVAL(5400.000000000, 'SECOND')) = "ends"
/

-- created == timestamp('2025-06-15T12:00:00+02:00')
SELECT 1 FROM t WHERE "created" = TIMESTAMP '2025-06-15 10:00:00+00:00'
/

-- created > timestamp('2025-06-15T00:00:00')
-- cannot be said

-- duration('1d') == duration('24h')
SELECT 1 FROM t WHERE 1 = 1
/

-- owner == '123e4567-e89b-12d3-a456-426614174000'
SELECT 1 FROM t WHERE "owner" = HEXTORAW('123e4567e89b12d3a456426614174000')
/

-- owner != uuid('123e4567-e89b-12d3-a456-426614174000')
SELECT 1 FROM t WHERE "owner" <> HEXTORAW('123e4567e89b12d3a456426614174000')
/

-- price * quantity
SELECT "price" * CAST("quantity" AS NUMBER(22)) FROM t
/

-- round(price * rate, 2)
SELECT ROUND("price" * "rate", 2) FROM t
/

-- quantity * 2
SELECT CAST("quantity" AS NUMBER(19)) * 2 FROM t
/

-- name + ' ' + coalesce(note, '')
SELECT CASE WHEN "name" IS NOT NULL AND COALESCE("note", '') IS NOT NULL THEN "name" || ' ' || COALESCE("note", '') END FROM t
/

-- price > 1 ? 'high' : 'low'
SELECT CASE WHEN "price" > 1 THEN 'high' ELSE 'low' END FROM t
/

-- born + duration('1d')
SELECT "born" + (1) FROM t
/

-- price > 1
SELECT CASE WHEN ("price" > 1) THEN 1 WHEN NOT (("price" > 1)) THEN 0 END FROM t
/

-- null
SELECT NULL FROM t
/

-- price / quantity
SELECT ROUND((((CAST("price" AS NUMBER(19,2)) * 10000000) - MOD((CAST("price" AS NUMBER(19,2)) * 10000000), NULLIF("quantity", 0))) / NULLIF("quantity", 0)) * 0.0000001, 6) FROM t
/
