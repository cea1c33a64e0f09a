-- What expressions become in SQL Server. No server has run them in these tests.

-- active && quantity == 1
SELECT 1 FROM t WHERE ([active] = 1) AND [quantity] = 1
GO

-- active || quantity == 1
SELECT 1 FROM t WHERE ([active] = 1) OR [quantity] = 1
GO

-- !active
SELECT 1 FROM t WHERE NOT ([active] = 1)
GO

-- !(price > 1)
SELECT 1 FROM t WHERE NOT ([price] > 1)
GO

-- active
SELECT 1 FROM t WHERE [active] = 1
GO

-- active == true
SELECT 1 FROM t WHERE [active] = 1
GO

-- active != (price > 1)
SELECT 1 FROM t WHERE [active] <> CASE WHEN ([price] > 1) THEN CAST(1 AS BIT) WHEN NOT ([price] > 1) THEN CAST(0 AS BIT) END
GO

-- (price > 1) == (quantity > 1)
SELECT 1 FROM t WHERE CASE WHEN ([price] > 1) THEN CAST(1 AS BIT) WHEN NOT ([price] > 1) THEN CAST(0 AS BIT) END = CASE WHEN ([quantity] > 1) THEN CAST(1 AS BIT) WHEN NOT ([quantity] > 1) THEN CAST(0 AS BIT) END
GO

-- name == null
SELECT 1 FROM t WHERE [name] IS NULL
GO

-- name != null
SELECT 1 FROM t WHERE [name] IS NOT NULL
GO

-- null == row.name
SELECT 1 FROM t WHERE [name] IS NULL
GO

-- has(row.name)
SELECT 1 FROM t WHERE [name] IS NOT NULL
GO

-- data == null
SELECT 1 FROM t WHERE [data] IS NULL
GO

-- has(row.data)
SELECT 1 FROM t WHERE [data] IS NOT NULL
GO

-- (price > 1) == null
SELECT 1 FROM t WHERE CASE WHEN ([price] > 1) THEN CAST(1 AS BIT) WHEN NOT ([price] > 1) THEN CAST(0 AS BIT) END IS NULL
GO

-- row.`first name` == 'Ann'
SELECT 1 FROM t WHERE ([first name] COLLATE Latin1_General_100_BIN2 = N'Ann' AND DATALENGTH([first name]) = DATALENGTH(N'Ann'))
GO

-- price > 10
SELECT 1 FROM t WHERE [price] > 10
GO

-- price == 0.10
SELECT 1 FROM t WHERE [price] = 0.10
GO

-- price + 0.20 == 0.30
SELECT 1 FROM t WHERE ([price] + 0.20) = 0.30
GO

-- price * 3 == 0.30
SELECT 1 FROM t WHERE ([price] * 3) = 0.30
GO

-- huge == 12345678901234567890.0123456789
SELECT 1 FROM t WHERE [huge] = 12345678901234567890.0123456789
GO

-- huge == 12345678901234567890.0123456788
SELECT 1 FROM t WHERE [huge] = 12345678901234567890.0123456788
GO

-- huge + 0.0000000001 > 12345678901234567890.0123456789
SELECT 1 FROM t WHERE ([huge] + 0.0000000001) > 12345678901234567890.0123456789
GO

-- big == 9223372036854775807
SELECT 1 FROM t WHERE [big] = 9223372036854775807
GO

-- big + 1 > 9223372036854775807
SELECT 1 FROM t WHERE (CAST([big] AS DECIMAL(20,0)) + 1) > 9223372036854775807
GO

-- big > 9007199254740992
SELECT 1 FROM t WHERE [big] > 9007199254740992
GO

-- big * big > 1
-- cannot be said

-- quantity * quantity == 4611686014132420609
SELECT 1 FROM t WHERE (CAST([quantity] AS DECIMAL(20,0)) * CAST([quantity] AS DECIMAL(20,0))) = 4611686014132420609
GO

-- quantity + small == 40000
SELECT 1 FROM t WHERE (CAST([quantity] AS BIGINT) + CAST([small] AS BIGINT)) = 40000
GO

-- -quantity == -3
SELECT 1 FROM t WHERE (-CAST([quantity] AS BIGINT)) = (-3)
GO

-- -(price - 2) == 1.5
SELECT 1 FROM t WHERE (-([price] - 2)) = 1.5
GO

-- 5 - -quantity == 8
SELECT 1 FROM t WHERE (5 - (-CAST([quantity] AS BIGINT))) = 8
GO

-- quantity > price
SELECT 1 FROM t WHERE [quantity] > [price]
GO

-- quantity == price
SELECT 1 FROM t WHERE [quantity] = [price]
GO

-- quantity / 2 == 3
SELECT 1 FROM t WHERE ((CAST([quantity] AS BIGINT) - CAST([quantity] AS BIGINT) % NULLIF(2, 0)) / NULLIF(2, 0)) = 3
GO

-- quantity / 2 == -3
SELECT 1 FROM t WHERE ((CAST([quantity] AS BIGINT) - CAST([quantity] AS BIGINT) % NULLIF(2, 0)) / NULLIF(2, 0)) = (-3)
GO

-- quantity % 3 == -1
SELECT 1 FROM t WHERE (CAST([quantity] AS BIGINT) % NULLIF(3, 0)) = (-1)
GO

-- price == 1 / 0
SELECT 1 FROM t WHERE [price] = NULL
GO

-- price in [1 / 0]
SELECT 1 FROM t WHERE [price] IN (NULL)
GO

-- quantity / small == 1
SELECT 1 FROM t WHERE ((CAST([quantity] AS BIGINT) - CAST([quantity] AS BIGINT) % NULLIF(CAST([small] AS BIGINT), 0)) / NULLIF(CAST([small] AS BIGINT), 0)) = 1
GO

-- quantity % small == 1
SELECT 1 FROM t WHERE (CAST([quantity] AS BIGINT) % NULLIF(CAST([small] AS BIGINT), 0)) = 1
GO

-- price / 3 == 3.333333
SELECT 1 FROM t WHERE (ROUND((((CAST([price] AS DECIMAL(19,2)) * 10000000) - (CAST([price] AS DECIMAL(19,2)) * 10000000) % NULLIF(3, 0)) / NULLIF(3, 0)) * 0.0000001, 6)) = 3.333333
GO

-- price / 3 == 0.666667
SELECT 1 FROM t WHERE (ROUND((((CAST([price] AS DECIMAL(19,2)) * 10000000) - (CAST([price] AS DECIMAL(19,2)) * 10000000) % NULLIF(3, 0)) / NULLIF(3, 0)) * 0.0000001, 6)) = 0.666667
GO

-- price / -3 == -0.666667
SELECT 1 FROM t WHERE (ROUND((((CAST([price] AS DECIMAL(19,2)) * 10000000) - (CAST([price] AS DECIMAL(19,2)) * 10000000) % NULLIF((-3), 0)) / NULLIF((-3), 0)) * 0.0000001, 6)) = (-0.666667)
GO

-- price / 0 == 1
SELECT 1 FROM t WHERE (ROUND((((CAST([price] AS DECIMAL(19,2)) * 10000000) - (CAST([price] AS DECIMAL(19,2)) * 10000000) % NULLIF(0, 0)) / NULLIF(0, 0)) * 0.0000001, 6)) = 1
GO

-- rate % 0.3 == 0.1
SELECT 1 FROM t WHERE ([rate] % NULLIF(CAST(0.3 AS DECIMAL(5,4)), 0)) = 0.1
GO

-- price % 1 == 0
SELECT 1 FROM t WHERE ([price] % NULLIF(CAST(1 AS DECIMAL(3,2)), 0)) = 0
GO

-- 1 + 2 * 3 == 7
SELECT 1 FROM t WHERE 1 = 1
GO

-- (1 + 2) * 3 == 9
SELECT 1 FROM t WHERE 1 = 1
GO

-- 7 / 2 == 3
SELECT 1 FROM t WHERE 1 = 1
GO

-- 7 / 2.0 == 3.5
SELECT 1 FROM t WHERE 1 = 1
GO

-- price % 0.1 == 0
SELECT 1 FROM t WHERE ([price] % NULLIF(CAST(0.1 AS DECIMAL(3,2)), 0)) = 0
GO

-- abs(price) == 1.5
SELECT 1 FROM t WHERE ABS([price]) = 1.5
GO

-- round(price, 1) == 1.3
SELECT 1 FROM t WHERE ROUND([price], 1) = 1.3
GO

-- round(price, 1) == -1.3
SELECT 1 FROM t WHERE ROUND([price], 1) = (-1.3)
GO

-- round(price) == 2
SELECT 1 FROM t WHERE ROUND([price], 0) = 2
GO

-- round(quantity, 2) == 3
SELECT 1 FROM t WHERE [quantity] = 3
GO

-- quantity in [1, 2, 3]
SELECT 1 FROM t WHERE [quantity] IN (1, 2, 3)
GO

-- quantity in [1, 2]
SELECT 1 FROM t WHERE [quantity] IN (1, 2)
GO

-- quantity in []
SELECT 1 FROM t WHERE 1 = 0
GO

-- quantity in [1, small]
SELECT 1 FROM t WHERE [quantity] IN (1, [small])
GO

-- quantity in [5, small]
SELECT 1 FROM t WHERE [quantity] IN (5, [small])
GO

-- !(quantity in [1, small])
SELECT 1 FROM t WHERE NOT ([quantity] IN (1, [small]))
GO

-- price in [1, 2.50]
SELECT 1 FROM t WHERE [price] IN (1, 2.50)
GO

-- 1e3 == 1000
SELECT 1 FROM t WHERE 1 = 1
GO

-- price < 1.5e1
SELECT 1 FROM t WHERE [price] < 15
GO

-- 0x10 == 16
SELECT 1 FROM t WHERE 1 = 1
GO

-- ratio > 0.5
SELECT 1 FROM t WHERE [ratio] > CAST(0.5 AS FLOAT)
GO

-- ratio * 2 == 1.5
SELECT 1 FROM t WHERE ([ratio] * CAST(2 AS FLOAT)) = CAST(1.5 AS FLOAT)
GO

-- ratio + price == 1.75
SELECT 1 FROM t WHERE ([ratio] + CAST([price] AS FLOAT)) = CAST(1.75 AS FLOAT)
GO

-- ratio / 0 == 1
SELECT 1 FROM t WHERE ([ratio] / NULLIF(CAST(0 AS FLOAT), 0)) = CAST(1 AS FLOAT)
GO

-- ratio == 0.1 + 0.2
SELECT 1 FROM t WHERE [ratio] = CAST(0.3 AS FLOAT)
GO

-- ratio in [1, 0.75]
SELECT 1 FROM t WHERE [ratio] = CAST(1 AS FLOAT) OR [ratio] = CAST(0.75 AS FLOAT)
GO

-- -ratio < 0
SELECT 1 FROM t WHERE (-[ratio]) < CAST(0 AS FLOAT)
GO

-- name == 'a'
SELECT 1 FROM t WHERE ([name] COLLATE Latin1_General_100_BIN2 = N'a' AND DATALENGTH([name]) = DATALENGTH(N'a'))
GO

-- name == 'A'
SELECT 1 FROM t WHERE ([name] COLLATE Latin1_General_100_BIN2 = N'A' AND DATALENGTH([name]) = DATALENGTH(N'A'))
GO

-- name == 'a '
SELECT 1 FROM t WHERE ([name] COLLATE Latin1_General_100_BIN2 = N'a ' AND DATALENGTH([name]) = DATALENGTH(N'a '))
GO

-- name < 'b'
SELECT 1 FROM t WHERE ([name] COLLATE Latin1_General_100_BIN2 < N'b' OR [name] COLLATE Latin1_General_100_BIN2 = N'b' AND DATALENGTH([name]) < DATALENGTH(N'b'))
GO

-- name < 'a'
SELECT 1 FROM t WHERE ([name] COLLATE Latin1_General_100_BIN2 < N'a' OR [name] COLLATE Latin1_General_100_BIN2 = N'a' AND DATALENGTH([name]) < DATALENGTH(N'a'))
GO

-- name > 'z'
SELECT 1 FROM t WHERE ([name] COLLATE Latin1_General_100_BIN2 > N'z' OR [name] COLLATE Latin1_General_100_BIN2 = N'z' AND DATALENGTH([name]) > DATALENGTH(N'z'))
GO

-- name > 'Ａ'
SELECT 1 FROM t WHERE ([name] COLLATE Latin1_General_100_BIN2 > N'Ａ' OR [name] COLLATE Latin1_General_100_BIN2 = N'Ａ' AND DATALENGTH([name]) > DATALENGTH(N'Ａ'))
GO

-- name != note
SELECT 1 FROM t WHERE ([name] COLLATE Latin1_General_100_BIN2 <> [note] OR DATALENGTH([name]) <> DATALENGTH([note]))
GO

-- name in ['new', 'open']
SELECT 1 FROM t WHERE ([name] COLLATE Latin1_General_100_BIN2 = N'new' AND DATALENGTH([name]) = DATALENGTH(N'new')) OR ([name] COLLATE Latin1_General_100_BIN2 = N'open' AND DATALENGTH([name]) = DATALENGTH(N'open'))
GO

-- size(name) == 3
SELECT 1 FROM t WHERE (LEN(CAST([name] AS NVARCHAR(MAX)) COLLATE Latin1_General_100_CI_AS_SC + N'.') - 1) = 3
GO

-- name.size() > 0
SELECT 1 FROM t WHERE (LEN(CAST([name] AS NVARCHAR(MAX)) COLLATE Latin1_General_100_CI_AS_SC + N'.') - 1) > 0
GO

-- size(name) == 0
SELECT 1 FROM t WHERE (LEN(CAST([name] AS NVARCHAR(MAX)) COLLATE Latin1_General_100_CI_AS_SC + N'.') - 1) = 0
GO

-- size(name) == 2
SELECT 1 FROM t WHERE (LEN(CAST([name] AS NVARCHAR(MAX)) COLLATE Latin1_General_100_CI_AS_SC + N'.') - 1) = 2
GO

-- name.startsWith('Ab')
SELECT 1 FROM t WHERE (LEFT([name] COLLATE Latin1_General_100_BIN2, DATALENGTH(CAST(N'Ab' AS NVARCHAR(MAX))) / 2) COLLATE Latin1_General_100_BIN2 = N'Ab' AND DATALENGTH(LEFT([name] COLLATE Latin1_General_100_BIN2, DATALENGTH(CAST(N'Ab' AS NVARCHAR(MAX))) / 2)) = DATALENGTH(N'Ab'))
GO

-- name.startsWith('ab')
SELECT 1 FROM t WHERE (LEFT([name] COLLATE Latin1_General_100_BIN2, DATALENGTH(CAST(N'ab' AS NVARCHAR(MAX))) / 2) COLLATE Latin1_General_100_BIN2 = N'ab' AND DATALENGTH(LEFT([name] COLLATE Latin1_General_100_BIN2, DATALENGTH(CAST(N'ab' AS NVARCHAR(MAX))) / 2)) = DATALENGTH(N'ab'))
GO

-- name.startsWith('')
SELECT 1 FROM t WHERE (LEFT([name] COLLATE Latin1_General_100_BIN2, DATALENGTH(CAST(N'' AS NVARCHAR(MAX))) / 2) COLLATE Latin1_General_100_BIN2 = N'' AND DATALENGTH(LEFT([name] COLLATE Latin1_General_100_BIN2, DATALENGTH(CAST(N'' AS NVARCHAR(MAX))) / 2)) = DATALENGTH(N''))
GO

-- name.startsWith('x')
SELECT 1 FROM t WHERE (LEFT([name] COLLATE Latin1_General_100_BIN2, DATALENGTH(CAST(N'x' AS NVARCHAR(MAX))) / 2) COLLATE Latin1_General_100_BIN2 = N'x' AND DATALENGTH(LEFT([name] COLLATE Latin1_General_100_BIN2, DATALENGTH(CAST(N'x' AS NVARCHAR(MAX))) / 2)) = DATALENGTH(N'x'))
GO

-- name.endsWith('😀')
SELECT 1 FROM t WHERE (RIGHT([name] COLLATE Latin1_General_100_BIN2, DATALENGTH(CAST(N'😀' AS NVARCHAR(MAX))) / 2) COLLATE Latin1_General_100_BIN2 = N'😀' AND DATALENGTH(RIGHT([name] COLLATE Latin1_General_100_BIN2, DATALENGTH(CAST(N'😀' AS NVARCHAR(MAX))) / 2)) = DATALENGTH(N'😀'))
GO

-- name.contains('😀')
SELECT 1 FROM t WHERE (CHARINDEX(N'😀', [name] COLLATE Latin1_General_100_BIN2) > 0 OR DATALENGTH(N'😀') = 0)
GO

-- name.endsWith('bc')
SELECT 1 FROM t WHERE (RIGHT([name] COLLATE Latin1_General_100_BIN2, DATALENGTH(CAST(N'bc' AS NVARCHAR(MAX))) / 2) COLLATE Latin1_General_100_BIN2 = N'bc' AND DATALENGTH(RIGHT([name] COLLATE Latin1_General_100_BIN2, DATALENGTH(CAST(N'bc' AS NVARCHAR(MAX))) / 2)) = DATALENGTH(N'bc'))
GO

-- name.endsWith('BC')
SELECT 1 FROM t WHERE (RIGHT([name] COLLATE Latin1_General_100_BIN2, DATALENGTH(CAST(N'BC' AS NVARCHAR(MAX))) / 2) COLLATE Latin1_General_100_BIN2 = N'BC' AND DATALENGTH(RIGHT([name] COLLATE Latin1_General_100_BIN2, DATALENGTH(CAST(N'BC' AS NVARCHAR(MAX))) / 2)) = DATALENGTH(N'BC'))
GO

-- name.endsWith('')
SELECT 1 FROM t WHERE (RIGHT([name] COLLATE Latin1_General_100_BIN2, DATALENGTH(CAST(N'' AS NVARCHAR(MAX))) / 2) COLLATE Latin1_General_100_BIN2 = N'' AND DATALENGTH(RIGHT([name] COLLATE Latin1_General_100_BIN2, DATALENGTH(CAST(N'' AS NVARCHAR(MAX))) / 2)) = DATALENGTH(N''))
GO

-- name.endsWith('xyz')
SELECT 1 FROM t WHERE (RIGHT([name] COLLATE Latin1_General_100_BIN2, DATALENGTH(CAST(N'xyz' AS NVARCHAR(MAX))) / 2) COLLATE Latin1_General_100_BIN2 = N'xyz' AND DATALENGTH(RIGHT([name] COLLATE Latin1_General_100_BIN2, DATALENGTH(CAST(N'xyz' AS NVARCHAR(MAX))) / 2)) = DATALENGTH(N'xyz'))
GO

-- name.endsWith(' ')
SELECT 1 FROM t WHERE (RIGHT([name] COLLATE Latin1_General_100_BIN2, DATALENGTH(CAST(N' ' AS NVARCHAR(MAX))) / 2) COLLATE Latin1_General_100_BIN2 = N' ' AND DATALENGTH(RIGHT([name] COLLATE Latin1_General_100_BIN2, DATALENGTH(CAST(N' ' AS NVARCHAR(MAX))) / 2)) = DATALENGTH(N' '))
GO

-- name.contains('b')
SELECT 1 FROM t WHERE (CHARINDEX(N'b', [name] COLLATE Latin1_General_100_BIN2) > 0 OR DATALENGTH(N'b') = 0)
GO

-- name.contains('%')
SELECT 1 FROM t WHERE (CHARINDEX(N'%', [name] COLLATE Latin1_General_100_BIN2) > 0 OR DATALENGTH(N'%') = 0)
GO

-- name.contains('_')
SELECT 1 FROM t WHERE (CHARINDEX(N'_', [name] COLLATE Latin1_General_100_BIN2) > 0 OR DATALENGTH(N'_') = 0)
GO

-- name.contains('')
SELECT 1 FROM t WHERE (CHARINDEX(N'', [name] COLLATE Latin1_General_100_BIN2) > 0 OR DATALENGTH(N'') = 0)
GO

-- name.contains(note)
SELECT 1 FROM t WHERE (CHARINDEX([note], [name] COLLATE Latin1_General_100_BIN2) > 0 OR DATALENGTH([note]) = 0)
GO

-- name.lowerAscii() == 'abcÉ'
SELECT 1 FROM t WHERE (TRANSLATE([name] COLLATE Latin1_General_100_BIN2, N'ABCDEFGHIJKLMNOPQRSTUVWXYZ', N'abcdefghijklmnopqrstuvwxyz') COLLATE Latin1_General_100_BIN2 = N'abcÉ' AND DATALENGTH(TRANSLATE([name] COLLATE Latin1_General_100_BIN2, N'ABCDEFGHIJKLMNOPQRSTUVWXYZ', N'abcdefghijklmnopqrstuvwxyz')) = DATALENGTH(N'abcÉ'))
GO

-- name.upperAscii() == 'ABCé'
SELECT 1 FROM t WHERE (TRANSLATE([name] COLLATE Latin1_General_100_BIN2, N'abcdefghijklmnopqrstuvwxyz', N'ABCDEFGHIJKLMNOPQRSTUVWXYZ') COLLATE Latin1_General_100_BIN2 = N'ABCé' AND DATALENGTH(TRANSLATE([name] COLLATE Latin1_General_100_BIN2, N'abcdefghijklmnopqrstuvwxyz', N'ABCDEFGHIJKLMNOPQRSTUVWXYZ')) = DATALENGTH(N'ABCé'))
GO

-- name.trim() == 'a b'
SELECT 1 FROM t WHERE (TRIM(CONCAT(N' ', NCHAR(9), NCHAR(10), NCHAR(13)) FROM [name] COLLATE Latin1_General_100_BIN2) COLLATE Latin1_General_100_BIN2 = N'a b' AND DATALENGTH(TRIM(CONCAT(N' ', NCHAR(9), NCHAR(10), NCHAR(13)) FROM [name] COLLATE Latin1_General_100_BIN2)) = DATALENGTH(N'a b'))
GO

-- name.trim() == ''
SELECT 1 FROM t WHERE (TRIM(CONCAT(N' ', NCHAR(9), NCHAR(10), NCHAR(13)) FROM [name] COLLATE Latin1_General_100_BIN2) COLLATE Latin1_General_100_BIN2 = N'' AND DATALENGTH(TRIM(CONCAT(N' ', NCHAR(9), NCHAR(10), NCHAR(13)) FROM [name] COLLATE Latin1_General_100_BIN2)) = DATALENGTH(N''))
GO

-- name + '-' + note == 'a-b'
SELECT 1 FROM t WHERE (([name] + N'-' + [note]) COLLATE Latin1_General_100_BIN2 = N'a-b' AND DATALENGTH(([name] + N'-' + [note])) = DATALENGTH(N'a-b'))
GO

-- name + note == 'a'
SELECT 1 FROM t WHERE (([name] + [note]) COLLATE Latin1_General_100_BIN2 = N'a' AND DATALENGTH(([name] + [note])) = DATALENGTH(N'a'))
GO

-- name == 'it\'s'
SELECT 1 FROM t WHERE ([name] COLLATE Latin1_General_100_BIN2 = N'it''s' AND DATALENGTH([name]) = DATALENGTH(N'it''s'))
GO

-- name == 'a\\b'
SELECT 1 FROM t WHERE ([name] COLLATE Latin1_General_100_BIN2 = N'a\b' AND DATALENGTH([name]) = DATALENGTH(N'a\b'))
GO

-- name == "x" + "y"
SELECT 1 FROM t WHERE ([name] COLLATE Latin1_General_100_BIN2 = N'xy' AND DATALENGTH([name]) = DATALENGTH(N'xy'))
GO

-- name == '\n'
SELECT 1 FROM t WHERE ([name] COLLATE Latin1_General_100_BIN2 = N'
' AND DATALENGTH([name]) = DATALENGTH(N'
'))
GO

-- name == r'\n'
SELECT 1 FROM t WHERE ([name] COLLATE Latin1_General_100_BIN2 = N'\n' AND DATALENGTH([name]) = DATALENGTH(N'\n'))
GO

-- name.trim().size() > 0 && name.size() <= 50
SELECT 1 FROM t WHERE (LEN(CAST(TRIM(CONCAT(N' ', NCHAR(9), NCHAR(10), NCHAR(13)) FROM [name] COLLATE Latin1_General_100_BIN2) AS NVARCHAR(MAX)) COLLATE Latin1_General_100_CI_AS_SC + N'.') - 1) > 0 AND (LEN(CAST([name] AS NVARCHAR(MAX)) COLLATE Latin1_General_100_CI_AS_SC + N'.') - 1) <= 50
GO

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
SELECT 1 FROM t WHERE CASE WHEN [active] = 1 THEN 1 ELSE 2 END = 2
GO

-- active ? price > 1 : price < 1
SELECT 1 FROM t WHERE CASE WHEN [active] = 1 THEN CASE WHEN ([price] > 1) THEN CAST(1 AS BIT) WHEN NOT ([price] > 1) THEN CAST(0 AS BIT) END ELSE CASE WHEN ([price] < 1) THEN CAST(1 AS BIT) WHEN NOT ([price] < 1) THEN CAST(0 AS BIT) END END = 1
GO

-- coalesce(price, 0) == 0
SELECT 1 FROM t WHERE COALESCE([price], 0) = 0
GO

-- coalesce(name, note, 'x') == 'b'
SELECT 1 FROM t WHERE (COALESCE([name], [note], N'x') COLLATE Latin1_General_100_BIN2 = N'b' AND DATALENGTH(COALESCE([name], [note], N'x')) = DATALENGTH(N'b'))
GO

-- coalesce(active, false)
SELECT 1 FROM t WHERE COALESCE([active], 0) = 1
GO

-- coalesce(quantity, price) == 1.5
SELECT 1 FROM t WHERE COALESCE([quantity], [price]) = 1.5
GO

-- (active ? price : null) == 1
SELECT 1 FROM t WHERE CASE WHEN [active] = 1 THEN [price] ELSE NULL END = 1
GO

-- (active ? quantity : price) / 2 == 3.5
SELECT 1 FROM t WHERE (ROUND((((CAST(CASE WHEN [active] = 1 THEN [quantity] ELSE [price] END AS DECIMAL(19,2)) * 10000000) - (CAST(CASE WHEN [active] = 1 THEN [quantity] ELSE [price] END AS DECIMAL(19,2)) * 10000000) % NULLIF(2, 0)) / NULLIF(2, 0)) * 0.0000001, 6)) = 3.5
GO

-- coalesce(ratio, quantity) == 3
SELECT 1 FROM t WHERE COALESCE([ratio], CAST([quantity] AS FLOAT)) = CAST(3 AS FLOAT)
GO

-- born < date('2000-01-01')
SELECT 1 FROM t WHERE [born] < CAST('2000-01-01' AS DATE)
GO

-- born <= due
SELECT 1 FROM t WHERE [born] <= [due]
GO

-- born in [date('2025-01-01'), due]
SELECT 1 FROM t WHERE [born] IN (CAST('2025-01-01' AS DATE), [due])
GO

-- due - born >= duration('7d')
SELECT 1 FROM t WHERE [due] >= DATEADD(DAY, 7, [born])
GO

-- due >= born + duration('7d')
SELECT 1 FROM t WHERE [due] >= (DATEADD(DAY, 7, [born]))
GO

-- due - duration('1d') == date('2024-02-29')
SELECT 1 FROM t WHERE (DATEADD(DAY, -1, [due])) = CAST('2024-02-29' AS DATE)
GO

-- opens >= time('08:00:00')
SELECT 1 FROM t WHERE [opens] >= CAST('08:00:00' AS TIME(6))
GO

-- opens < time('08:00:00.5')
SELECT 1 FROM t WHERE [opens] < CAST('08:00:00.500' AS TIME(6))
GO

-- starts < ends
SELECT 1 FROM t WHERE [starts] < [ends]
GO

-- starts >= timestamp('2025-01-01T00:00:00')
SELECT 1 FROM t WHERE [starts] >= CAST('2025-01-01T00:00:00' AS DATETIME2(6))
GO

-- starts >= date('2025-06-15')
-- cannot be said

-- ends - starts <= duration('8h')
SELECT 1 FROM t WHERE [ends] <= DATEADD(SECOND, 28800, [starts])
GO

-- duration('90m') < ends - starts
SELECT 1 FROM t WHERE [ends] > DATEADD(SECOND, 5400, [starts])
GO

-- starts + duration('1h30m') == ends
SELECT 1 FROM t WHERE (DATEADD(SECOND, 5400, [starts])) = [ends]
GO

-- created == timestamp('2025-06-15T12:00:00+02:00')
SELECT 1 FROM t WHERE [created] = CAST('2025-06-15T10:00:00+00:00' AS DATETIMEOFFSET(6))
GO

-- created > timestamp('2025-06-15T00:00:00')
-- cannot be said

-- duration('1d') == duration('24h')
SELECT 1 FROM t WHERE 1 = 1
GO

-- owner == '123e4567-e89b-12d3-a456-426614174000'
SELECT 1 FROM t WHERE [owner] = CAST('123e4567-e89b-12d3-a456-426614174000' AS UNIQUEIDENTIFIER)
GO

-- owner != uuid('123e4567-e89b-12d3-a456-426614174000')
SELECT 1 FROM t WHERE [owner] <> CAST('123e4567-e89b-12d3-a456-426614174000' AS UNIQUEIDENTIFIER)
GO

-- price * quantity
SELECT [price] * CAST([quantity] AS DECIMAL(22,0)) FROM t
GO

-- round(price * rate, 2)
SELECT ROUND([price] * [rate], 2) FROM t
GO

-- quantity * 2
SELECT CAST([quantity] AS BIGINT) * 2 FROM t
GO

-- name + ' ' + coalesce(note, '')
SELECT [name] + N' ' + COALESCE([note], N'') FROM t
GO

-- price > 1 ? 'high' : 'low'
SELECT CASE WHEN [price] > 1 THEN N'high' ELSE N'low' END FROM t
GO

-- born + duration('1d')
SELECT DATEADD(DAY, 1, [born]) FROM t
GO

-- price > 1
SELECT CASE WHEN ([price] > 1) THEN CAST(1 AS BIT) WHEN NOT ([price] > 1) THEN CAST(0 AS BIT) END FROM t
GO

-- null
SELECT NULL FROM t
GO

-- price / quantity
SELECT ROUND((((CAST([price] AS DECIMAL(19,2)) * 10000000) - (CAST([price] AS DECIMAL(19,2)) * 10000000) % NULLIF([quantity], 0)) / NULLIF([quantity], 0)) * 0.0000001, 6) FROM t
GO
