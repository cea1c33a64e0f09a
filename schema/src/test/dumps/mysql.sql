-- MySQL dump 10.13  Distrib 8.4.3, for Linux (x86_64)
/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!50503 SET NAMES utf8mb4 */;
DROP TABLE IF EXISTS `customer`;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `customer` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `email` varchar(200) COLLATE utf8mb4_unicode_ci NOT NULL,
  `kind` enum('x','it\'s') CHARACTER SET utf8mb4 DEFAULT 'x' COMMENT 'it\\\'s; \"here\"\nand there',
  `active` tinyint(1) NOT NULL DEFAULT '1',
  `points` int unsigned DEFAULT '0',
  `changed` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `at` datetime(6) DEFAULT NULL,
  `doc` json DEFAULT NULL,
  `body` text,
  `full` varchar(210) GENERATED ALWAYS AS (concat(`email`,_utf8mb4'!')) VIRTUAL,
  `secret` varbinary(32) DEFAULT NULL /*!80023 INVISIBLE */,
  PRIMARY KEY (`id`),
  UNIQUE KEY `customer_email` (`email`),
  KEY `customer_at` (`at` DESC,`kind`),
  KEY `customer_body` (`body`(20)),
  FULLTEXT KEY `customer_text` (`body`),
  KEY `customer_lower` ((lower(`email`))),
  CONSTRAINT `points_ok` CHECK ((`points` >= 0))
) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='The shop''s';
LOCK TABLES `customer` WRITE;
/*!40000 ALTER TABLE `customer` DISABLE KEYS */;
INSERT INTO `customer` (`id`,`email`) VALUES (1,'a;b\\'),(2,'); CREATE TABLE `no` (');
/*!40000 ALTER TABLE `customer` ENABLE KEYS */;
UNLOCK TABLES;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER `t` BEFORE INSERT ON `customer` FOR EACH ROW SET NEW.points = 1 */;
DELIMITER ;;
CREATE DEFINER=`root`@`localhost` PROCEDURE `p`()
BEGIN
  DECLARE x INT; CREATE TABLE `inner` (a int);
END ;;
DELIMITER ;
CREATE TABLE `orders` (
  `id` int NOT NULL AUTO_INCREMENT,
  `customer_id` bigint unsigned DEFAULT NULL,
  `total` decimal(12,2) NOT NULL DEFAULT '0.00',
  PRIMARY KEY (`id`),
  KEY `order_customer` (`customer_id`),
  CONSTRAINT `order_customer` FOREIGN KEY (`customer_id`) REFERENCES `customer` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4
/*!50100 PARTITION BY HASH (`id`)
PARTITIONS 4 */;
/*!50001 CREATE ALGORITHM=UNDEFINED */
/*!50013 DEFINER=`root`@`localhost` SQL SECURITY DEFINER */
/*!50001 VIEW `big` AS select `orders`.`id` AS `id` from `orders` */;
-- Dump completed on 2026-01-01
