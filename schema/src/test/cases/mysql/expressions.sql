-- What expressions become in MySQL. No server has run them in these tests.

-- active && quantity == 1
SELECT 1 FROM t WHERE (`active`) AND `quantity` = 1;

-- active || quantity == 1
SELECT 1 FROM t WHERE (`active`) OR `quantity` = 1;

-- !active
SELECT 1 FROM t WHERE NOT (`active`);

-- !(price > 1)
SELECT 1 FROM t WHERE NOT (`price` > 1);

-- active
SELECT 1 FROM t WHERE `active`;

-- active == true
SELECT 1 FROM t WHERE `active` = TRUE;

-- active != (price > 1)
SELECT 1 FROM t WHERE `active` <> (`price` > 1);

-- (price > 1) == (quantity > 1)
SELECT 1 FROM t WHERE (`price` > 1) = (`quantity` > 1);

-- name == null
SELECT 1 FROM t WHERE `name` IS NULL;

-- name != null
SELECT 1 FROM t WHERE `name` IS NOT NULL;

-- null == row.name
SELECT 1 FROM t WHERE `name` IS NULL;

-- has(row.name)
SELECT 1 FROM t WHERE `name` IS NOT NULL;

-- data == null
SELECT 1 FROM t WHERE `data` IS NULL;

-- has(row.data)
SELECT 1 FROM t WHERE `data` IS NOT NULL;

-- (price > 1) == null
SELECT 1 FROM t WHERE (`price` > 1) IS NULL;

-- row.`first name` == 'Ann'
SELECT 1 FROM t WHERE `first name` = CONVERT('Ann' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- price > 10
SELECT 1 FROM t WHERE `price` > 10;

-- price == 0.10
SELECT 1 FROM t WHERE `price` = 0.10;

-- price + 0.20 == 0.30
SELECT 1 FROM t WHERE (`price` + 0.20) = 0.30;

-- price * 3 == 0.30
SELECT 1 FROM t WHERE (`price` * 3) = 0.30;

-- huge == 12345678901234567890.0123456789
SELECT 1 FROM t WHERE `huge` = 12345678901234567890.0123456789;

-- huge == 12345678901234567890.0123456788
SELECT 1 FROM t WHERE `huge` = 12345678901234567890.0123456788;

-- huge + 0.0000000001 > 12345678901234567890.0123456789
SELECT 1 FROM t WHERE (`huge` + 0.0000000001) > 12345678901234567890.0123456789;

-- big == 9223372036854775807
SELECT 1 FROM t WHERE `big` = 9223372036854775807;

-- big + 1 > 9223372036854775807
SELECT 1 FROM t WHERE (CAST(`big` AS DECIMAL(20,0)) + 1) > 9223372036854775807;

-- big > 9007199254740992
SELECT 1 FROM t WHERE `big` > 9007199254740992;

-- big * big > 1
SELECT 1 FROM t WHERE (CAST(`big` AS DECIMAL(38,0)) * CAST(`big` AS DECIMAL(38,0))) > 1;

-- quantity * quantity == 4611686014132420609
SELECT 1 FROM t WHERE (CAST(`quantity` AS DECIMAL(20,0)) * CAST(`quantity` AS DECIMAL(20,0))) = 4611686014132420609;

-- quantity + small == 40000
SELECT 1 FROM t WHERE (CAST(`quantity` AS SIGNED) + CAST(`small` AS SIGNED)) = 40000;

-- -quantity == -3
SELECT 1 FROM t WHERE (-CAST(`quantity` AS SIGNED)) = (-3);

-- -(price - 2) == 1.5
SELECT 1 FROM t WHERE (-(`price` - 2)) = 1.5;

-- 5 - -quantity == 8
SELECT 1 FROM t WHERE (5 - (-CAST(`quantity` AS SIGNED))) = 8;

-- quantity > price
SELECT 1 FROM t WHERE `quantity` > `price`;

-- quantity == price
SELECT 1 FROM t WHERE `quantity` = `price`;

-- quantity / 2 == 3
SELECT 1 FROM t WHERE ((CAST(`quantity` AS SIGNED) - (MOD(CAST(`quantity` AS SIGNED), NULLIF(2, 0)) + 0)) / NULLIF(2, 0)) = 3;

-- quantity / 2 == -3
SELECT 1 FROM t WHERE ((CAST(`quantity` AS SIGNED) - (MOD(CAST(`quantity` AS SIGNED), NULLIF(2, 0)) + 0)) / NULLIF(2, 0)) = (-3);

-- quantity % 3 == -1
SELECT 1 FROM t WHERE ((MOD(CAST(`quantity` AS SIGNED), NULLIF(3, 0)) + 0)) = (-1);

-- price == 1 / 0
SELECT 1 FROM t WHERE `price` = NULL;

-- price in [1 / 0]
SELECT 1 FROM t WHERE `price` IN (NULL);

-- quantity / small == 1
SELECT 1 FROM t WHERE ((CAST(`quantity` AS SIGNED) - (MOD(CAST(`quantity` AS SIGNED), NULLIF(CAST(`small` AS SIGNED), 0)) + 0)) / NULLIF(CAST(`small` AS SIGNED), 0)) = 1;

-- quantity % small == 1
SELECT 1 FROM t WHERE ((MOD(CAST(`quantity` AS SIGNED), NULLIF(CAST(`small` AS SIGNED), 0)) + 0)) = 1;

-- price / 3 == 3.333333
SELECT 1 FROM t WHERE (ROUND((((CAST(`price` AS DECIMAL(19,2)) * 10000000) - (MOD((CAST(`price` AS DECIMAL(19,2)) * 10000000), NULLIF(3, 0)) + 0)) / NULLIF(3, 0)) * 0.0000001, 6)) = 3.333333;

-- price / 3 == 0.666667
SELECT 1 FROM t WHERE (ROUND((((CAST(`price` AS DECIMAL(19,2)) * 10000000) - (MOD((CAST(`price` AS DECIMAL(19,2)) * 10000000), NULLIF(3, 0)) + 0)) / NULLIF(3, 0)) * 0.0000001, 6)) = 0.666667;

-- price / -3 == -0.666667
SELECT 1 FROM t WHERE (ROUND((((CAST(`price` AS DECIMAL(19,2)) * 10000000) - (MOD((CAST(`price` AS DECIMAL(19,2)) * 10000000), NULLIF((-3), 0)) + 0)) / NULLIF((-3), 0)) * 0.0000001, 6)) = (-0.666667);

-- price / 0 == 1
SELECT 1 FROM t WHERE (ROUND((((CAST(`price` AS DECIMAL(19,2)) * 10000000) - (MOD((CAST(`price` AS DECIMAL(19,2)) * 10000000), NULLIF(0, 0)) + 0)) / NULLIF(0, 0)) * 0.0000001, 6)) = 1;

-- rate % 0.3 == 0.1
SELECT 1 FROM t WHERE ((MOD(`rate`, NULLIF(CAST(0.3 AS DECIMAL(5,4)), 0)) + 0)) = 0.1;

-- price % 1 == 0
SELECT 1 FROM t WHERE ((MOD(`price`, NULLIF(CAST(1 AS DECIMAL(3,2)), 0)) + 0)) = 0;

-- 1 + 2 * 3 == 7
SELECT 1 FROM t WHERE 1 = 1;

-- (1 + 2) * 3 == 9
SELECT 1 FROM t WHERE 1 = 1;

-- 7 / 2 == 3
SELECT 1 FROM t WHERE 1 = 1;

-- 7 / 2.0 == 3.5
SELECT 1 FROM t WHERE 1 = 1;

-- price % 0.1 == 0
SELECT 1 FROM t WHERE ((MOD(`price`, NULLIF(CAST(0.1 AS DECIMAL(3,2)), 0)) + 0)) = 0;

-- abs(price) == 1.5
SELECT 1 FROM t WHERE ABS(`price`) = 1.5;

-- round(price, 1) == 1.3
SELECT 1 FROM t WHERE ROUND(`price`, 1) = 1.3;

-- round(price, 1) == -1.3
SELECT 1 FROM t WHERE ROUND(`price`, 1) = (-1.3);

-- round(price) == 2
SELECT 1 FROM t WHERE ROUND(`price`, 0) = 2;

-- round(quantity, 2) == 3
SELECT 1 FROM t WHERE `quantity` = 3;

-- quantity in [1, 2, 3]
SELECT 1 FROM t WHERE `quantity` IN (1, 2, 3);

-- quantity in [1, 2]
SELECT 1 FROM t WHERE `quantity` IN (1, 2);

-- quantity in []
SELECT 1 FROM t WHERE 1 = 0;

-- quantity in [1, small]
SELECT 1 FROM t WHERE `quantity` IN (1, `small`);

-- quantity in [5, small]
SELECT 1 FROM t WHERE `quantity` IN (5, `small`);

-- !(quantity in [1, small])
SELECT 1 FROM t WHERE NOT (`quantity` IN (1, `small`));

-- price in [1, 2.50]
SELECT 1 FROM t WHERE `price` IN (1, 2.50);

-- 1e3 == 1000
SELECT 1 FROM t WHERE 1 = 1;

-- price < 1.5e1
SELECT 1 FROM t WHERE `price` < 15;

-- 0x10 == 16
SELECT 1 FROM t WHERE 1 = 1;

-- ratio > 0.5
SELECT 1 FROM t WHERE `ratio` > CAST(0.5 AS DOUBLE);

-- ratio * 2 == 1.5
SELECT 1 FROM t WHERE (`ratio` * CAST(2 AS DOUBLE)) = CAST(1.5 AS DOUBLE);

-- ratio + price == 1.75
SELECT 1 FROM t WHERE (`ratio` + CAST(`price` AS DOUBLE)) = CAST(1.75 AS DOUBLE);

-- ratio / 0 == 1
SELECT 1 FROM t WHERE (`ratio` / NULLIF(CAST(0 AS DOUBLE), 0)) = CAST(1 AS DOUBLE);

-- ratio == 0.1 + 0.2
SELECT 1 FROM t WHERE `ratio` = CAST(0.3 AS DOUBLE);

-- ratio in [1, 0.75]
SELECT 1 FROM t WHERE `ratio` = CAST(1 AS DOUBLE) OR `ratio` = CAST(0.75 AS DOUBLE);

-- -ratio < 0
SELECT 1 FROM t WHERE (-`ratio`) < CAST(0 AS DOUBLE);

-- name == 'a'
SELECT 1 FROM t WHERE `name` = CONVERT('a' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- name == 'A'
SELECT 1 FROM t WHERE `name` = CONVERT('A' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- name == 'a '
SELECT 1 FROM t WHERE `name` = CONVERT('a ' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- name < 'b'
SELECT 1 FROM t WHERE `name` < CONVERT('b' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- name < 'a'
SELECT 1 FROM t WHERE `name` < CONVERT('a' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- name > 'z'
SELECT 1 FROM t WHERE `name` > CONVERT('z' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- name > 'Ａ'
SELECT 1 FROM t WHERE `name` > CONVERT('Ａ' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- name != note
SELECT 1 FROM t WHERE `name` <> CONVERT(`note` USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- name in ['new', 'open']
SELECT 1 FROM t WHERE `name` = CONVERT('new' USING utf8mb4) COLLATE utf8mb4_0900_bin OR `name` = CONVERT('open' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- size(name) == 3
SELECT 1 FROM t WHERE CHAR_LENGTH(`name`) = 3;

-- name.size() > 0
SELECT 1 FROM t WHERE CHAR_LENGTH(`name`) > 0;

-- size(name) == 0
SELECT 1 FROM t WHERE CHAR_LENGTH(`name`) = 0;

-- size(name) == 2
SELECT 1 FROM t WHERE CHAR_LENGTH(`name`) = 2;

-- name.startsWith('Ab')
SELECT 1 FROM t WHERE LEFT(`name`, CHAR_LENGTH('Ab')) = CONVERT('Ab' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- name.startsWith('ab')
SELECT 1 FROM t WHERE LEFT(`name`, CHAR_LENGTH('ab')) = CONVERT('ab' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- name.startsWith('')
SELECT 1 FROM t WHERE LEFT(`name`, CHAR_LENGTH('')) = CONVERT('' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- name.startsWith('x')
SELECT 1 FROM t WHERE LEFT(`name`, CHAR_LENGTH('x')) = CONVERT('x' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- name.endsWith('😀')
SELECT 1 FROM t WHERE RIGHT(`name`, CHAR_LENGTH('😀')) = CONVERT('😀' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- name.contains('😀')
SELECT 1 FROM t WHERE LOCATE('😀', CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_0900_bin) > 0;

-- name.endsWith('bc')
SELECT 1 FROM t WHERE RIGHT(`name`, CHAR_LENGTH('bc')) = CONVERT('bc' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- name.endsWith('BC')
SELECT 1 FROM t WHERE RIGHT(`name`, CHAR_LENGTH('BC')) = CONVERT('BC' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- name.endsWith('')
SELECT 1 FROM t WHERE RIGHT(`name`, CHAR_LENGTH('')) = CONVERT('' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- name.endsWith('xyz')
SELECT 1 FROM t WHERE RIGHT(`name`, CHAR_LENGTH('xyz')) = CONVERT('xyz' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- name.endsWith(' ')
SELECT 1 FROM t WHERE RIGHT(`name`, CHAR_LENGTH(' ')) = CONVERT(' ' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- name.contains('b')
SELECT 1 FROM t WHERE LOCATE('b', CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_0900_bin) > 0;

-- name.contains('%')
SELECT 1 FROM t WHERE LOCATE('%', CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_0900_bin) > 0;

-- name.contains('_')
SELECT 1 FROM t WHERE LOCATE('_', CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_0900_bin) > 0;

-- name.contains('')
SELECT 1 FROM t WHERE LOCATE('', CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_0900_bin) > 0;

-- name.contains(note)
SELECT 1 FROM t WHERE LOCATE(`note`, CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_0900_bin) > 0;

-- name.lowerAscii() == 'abcÉ'
SELECT 1 FROM t WHERE REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(`name`,'A','a'),'B','b'),'C','c'),'D','d'),'E','e'),'F','f'),'G','g'),'H','h'),'I','i'),'J','j'),'K','k'),'L','l'),'M','m'),'N','n'),'O','o'),'P','p'),'Q','q'),'R','r'),'S','s'),'T','t'),'U','u'),'V','v'),'W','w'),'X','x'),'Y','y'),'Z','z') = CONVERT('abcÉ' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- name.upperAscii() == 'ABCé'
SELECT 1 FROM t WHERE REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(`name`,'a','A'),'b','B'),'c','C'),'d','D'),'e','E'),'f','F'),'g','G'),'h','H'),'i','I'),'j','J'),'k','K'),'l','L'),'m','M'),'n','N'),'o','O'),'p','P'),'q','Q'),'r','R'),'s','S'),'t','T'),'u','U'),'v','V'),'w','W'),'x','X'),'y','Y'),'z','Z') = CONVERT('ABCé' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- name.trim() == 'a b'
SELECT 1 FROM t WHERE REGEXP_REPLACE(`name`, _utf8mb4 X'5e5b20090a0d5d2b7c5b20090a0d5d2b24', '') = CONVERT('a b' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- name.trim() == ''
SELECT 1 FROM t WHERE REGEXP_REPLACE(`name`, _utf8mb4 X'5e5b20090a0d5d2b7c5b20090a0d5d2b24', '') = CONVERT('' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- name + '-' + note == 'a-b'
SELECT 1 FROM t WHERE (CONCAT(`name`, '-', `note`)) = CONVERT('a-b' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- name + note == 'a'
SELECT 1 FROM t WHERE (CONCAT(`name`, `note`)) = CONVERT('a' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- name == 'it\'s'
SELECT 1 FROM t WHERE `name` = CONVERT('it''s' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- name == 'a\\b'
SELECT 1 FROM t WHERE `name` = CONVERT('a\\b' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- name == "x" + "y"
SELECT 1 FROM t WHERE `name` = CONVERT('xy' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- name == '\n'
SELECT 1 FROM t WHERE `name` = CONVERT('
' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- name == r'\n'
SELECT 1 FROM t WHERE `name` = CONVERT('\\n' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- name.trim().size() > 0 && name.size() <= 50
SELECT 1 FROM t WHERE CHAR_LENGTH(REGEXP_REPLACE(`name`, _utf8mb4 X'5e5b20090a0d5d2b7c5b20090a0d5d2b24', '')) > 0 AND CHAR_LENGTH(`name`) <= 50;

-- name.matches('^[A-Z]{2}[0-9]+$')
SELECT 1 FROM t WHERE `name` REGEXP CONCAT('(?-i)', '^[A-Z]{2}[0-9]+(?![^a]|a)');

-- name.matches('b')
SELECT 1 FROM t WHERE `name` REGEXP CONCAT('(?-i)', 'b');

-- name.matches('^b')
SELECT 1 FROM t WHERE `name` REGEXP CONCAT('(?-i)', '^b');

-- name.matches(r'^\d+$')
SELECT 1 FROM t WHERE `name` REGEXP CONCAT('(?-i)', '^[0-9]+(?![^a]|a)');

-- name.matches(r'^\w+\.\w+$')
SELECT 1 FROM t WHERE `name` REGEXP CONCAT('(?-i)', '^[A-Za-z0-9_]+\\.[A-Za-z0-9_]+(?![^a]|a)');

-- name.matches('^.$')
SELECT 1 FROM t WHERE `name` REGEXP CONCAT('(?-i)', '^[^\\n](?![^a]|a)');

-- name.matches('^(?:ab|cd)*$')
SELECT 1 FROM t WHERE `name` REGEXP CONCAT('(?-i)', '^(?:ab|cd)*(?![^a]|a)');

-- name.matches('^[^,]+$')
SELECT 1 FROM t WHERE `name` REGEXP CONCAT('(?-i)', '^[^,]+(?![^a]|a)');

-- name.matches('^[-+]?[0-9]{1,3}$')
SELECT 1 FROM t WHERE `name` REGEXP CONCAT('(?-i)', '^[\\-+]?[0-9]{1,3}(?![^a]|a)');

-- name.matches(r'^[^@\s]+@[^@\s]+$')
SELECT 1 FROM t WHERE `name` REGEXP CONCAT('(?-i)', '^[^@ \\t\\n\\r\\f]+@[^@ \\t\\n\\r\\f]+(?![^a]|a)');

-- name.matches('a|b')
SELECT 1 FROM t WHERE `name` REGEXP CONCAT('(?-i)', 'a|b');

-- name.matches(r'[\[\]]')
SELECT 1 FROM t WHERE `name` REGEXP CONCAT('(?-i)', '[\\[\\]]');

-- name.matches('A')
SELECT 1 FROM t WHERE `name` REGEXP CONCAT('(?-i)', 'A');

-- name.matches('')
SELECT 1 FROM t WHERE `name` REGEXP CONCAT('(?-i)', '');

-- (active ? 1 : 2) == 2
SELECT 1 FROM t WHERE CASE WHEN `active` THEN 1 ELSE 2 END = 2;

-- active ? price > 1 : price < 1
SELECT 1 FROM t WHERE CASE WHEN `active` THEN (`price` > 1) ELSE (`price` < 1) END;

-- coalesce(price, 0) == 0
SELECT 1 FROM t WHERE COALESCE(`price`, 0) = 0;

-- coalesce(name, note, 'x') == 'b'
SELECT 1 FROM t WHERE COALESCE(`name`, `note`, 'x') = CONVERT('b' USING utf8mb4) COLLATE utf8mb4_0900_bin;

-- coalesce(active, false)
SELECT 1 FROM t WHERE COALESCE(`active`, FALSE);

-- coalesce(quantity, price) == 1.5
SELECT 1 FROM t WHERE COALESCE(`quantity`, `price`) = 1.5;

-- (active ? price : null) == 1
SELECT 1 FROM t WHERE CASE WHEN `active` THEN `price` ELSE NULL END = 1;

-- (active ? quantity : price) / 2 == 3.5
SELECT 1 FROM t WHERE (ROUND((((CAST(CASE WHEN `active` THEN `quantity` ELSE `price` END AS DECIMAL(19,2)) * 10000000) - (MOD((CAST(CASE WHEN `active` THEN `quantity` ELSE `price` END AS DECIMAL(19,2)) * 10000000), NULLIF(2, 0)) + 0)) / NULLIF(2, 0)) * 0.0000001, 6)) = 3.5;

-- coalesce(ratio, quantity) == 3
SELECT 1 FROM t WHERE COALESCE(`ratio`, CAST(`quantity` AS DOUBLE)) = CAST(3 AS DOUBLE);

-- born < date('2000-01-01')
SELECT 1 FROM t WHERE `born` < DATE '2000-01-01';

-- born <= due
SELECT 1 FROM t WHERE `born` <= `due`;

-- born in [date('2025-01-01'), due]
SELECT 1 FROM t WHERE `born` IN (DATE '2025-01-01', `due`);

-- due - born >= duration('7d')
SELECT 1 FROM t WHERE `due` >= DATE_ADD(`born`, INTERVAL 7 DAY);

-- due >= born + duration('7d')
SELECT 1 FROM t WHERE `due` >= (DATE_ADD(`born`, INTERVAL 7 DAY));

-- due - duration('1d') == date('2024-02-29')
SELECT 1 FROM t WHERE (DATE_ADD(`due`, INTERVAL -1 DAY)) = DATE '2024-02-29';

-- opens >= time('08:00:00')
SELECT 1 FROM t WHERE `opens` >= TIME '08:00:00';

-- opens < time('08:00:00.5')
SELECT 1 FROM t WHERE `opens` < TIME '08:00:00.500';

-- starts < ends
SELECT 1 FROM t WHERE `starts` < `ends`;

-- starts >= timestamp('2025-01-01T00:00:00')
SELECT 1 FROM t WHERE `starts` >= TIMESTAMP '2025-01-01 00:00:00';

-- starts >= date('2025-06-15')
-- cannot be said

-- ends - starts <= duration('8h')
SELECT 1 FROM t WHERE `ends` <= DATE_ADD(CAST(`starts` AS DATETIME(6)), INTERVAL 28800000000 MICROSECOND);

-- duration('90m') < ends - starts
SELECT 1 FROM t WHERE `ends` > DATE_ADD(CAST(`starts` AS DATETIME(6)), INTERVAL 5400000000 MICROSECOND);

-- starts + duration('1h30m') == ends
SELECT 1 FROM t WHERE (DATE_ADD(CAST(`starts` AS DATETIME(6)), INTERVAL 5400000000 MICROSECOND)) = `ends`;

-- created == timestamp('2025-06-15T12:00:00+02:00')
SELECT 1 FROM t WHERE `created` = TIMESTAMP '2025-06-15 10:00';

-- created > timestamp('2025-06-15T00:00:00')
-- cannot be said

-- duration('1d') == duration('24h')
SELECT 1 FROM t WHERE 1 = 1;

-- owner == '123e4567-e89b-12d3-a456-426614174000'
SELECT 1 FROM t WHERE `owner` = X'123e4567e89b12d3a456426614174000';

-- owner != uuid('123e4567-e89b-12d3-a456-426614174000')
SELECT 1 FROM t WHERE `owner` <> X'123e4567e89b12d3a456426614174000';

-- price * quantity
SELECT `price` * CAST(`quantity` AS DECIMAL(22,0)) FROM t;

-- round(price * rate, 2)
SELECT ROUND(`price` * `rate`, 2) FROM t;

-- quantity * 2
SELECT CAST(`quantity` AS SIGNED) * 2 FROM t;

-- name + ' ' + coalesce(note, '')
SELECT CONCAT(`name`, ' ', COALESCE(`note`, '')) FROM t;

-- price > 1 ? 'high' : 'low'
SELECT CASE WHEN `price` > 1 THEN 'high' ELSE 'low' END FROM t;

-- born + duration('1d')
SELECT DATE_ADD(`born`, INTERVAL 1 DAY) FROM t;

-- price > 1
SELECT (`price` > 1) FROM t;

-- null
SELECT NULL FROM t;

-- price / quantity
SELECT ROUND((((CAST(`price` AS DECIMAL(19,2)) * 10000000) - (MOD((CAST(`price` AS DECIMAL(19,2)) * 10000000), NULLIF(`quantity`, 0)) + 0)) / NULLIF(`quantity`, 0)) * 0.0000001, 6) FROM t;
