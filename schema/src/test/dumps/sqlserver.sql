USE [Shop]
GO
/****** Object:  Table [sales].[Customer]    Script Date: 1/2/2026 ******/
SET ANSI_NULLS ON
GO
SET QUOTED_IDENTIFIER ON
GO
CREATE SCHEMA [sales]
GO
CREATE TYPE [sales].[Name] FROM [nvarchar](80) NULL
GO
CREATE TABLE [sales].[Customer](
	[Id] [bigint] IDENTITY(1,1) NOT FOR REPLICATION NOT NULL,
	[Email] [nvarchar](200) COLLATE Latin1_General_CI_AS NOT NULL,
	[Name] [sales].[Name] NULL,
	[Notes] [nvarchar](max) NULL,
	[Active] [bit] NOT NULL,
	[Price] [money] NULL,
	[Photo] [varbinary](max) NULL,
	[Changed] [datetime2](7) NOT NULL,
	[Ref] [uniqueidentifier] ROWGUIDCOL  NOT NULL,
	[Place] [geography] NULL,
	[Total]  AS ([Price]*(2)) PERSISTED,
	[Version] [timestamp] NOT NULL,
 CONSTRAINT [PK_Customer] PRIMARY KEY CLUSTERED
(
	[Id] ASC
)WITH (PAD_INDEX = OFF, STATISTICS_NORECOMPUTE = OFF) ON [PRIMARY],
 CONSTRAINT [UQ_Email] UNIQUE NONCLUSTERED ([Email] ASC) ON [PRIMARY]
) ON [PRIMARY] TEXTIMAGE_ON [PRIMARY]
GO
CREATE TABLE [sales].[Order Line](
	[Id] [int] NOT NULL,
	[CustomerId] [bigint] NULL,
	[Qty] [decimal](10, 2) NOT NULL,
 CONSTRAINT [PK_Line] PRIMARY KEY NONCLUSTERED ([Id] ASC)
)
GO
ALTER TABLE [sales].[Customer] ADD  CONSTRAINT [DF_Active]  DEFAULT ((1)) FOR [Active]
GO
ALTER TABLE [sales].[Customer] ADD  DEFAULT (sysutcdatetime()) FOR [Changed]
GO
ALTER TABLE [sales].[Customer] ADD  DEFAULT (newid()) FOR [Ref]
GO
ALTER TABLE [sales].[Order Line]  WITH CHECK ADD  CONSTRAINT [FK_Line] FOREIGN KEY([CustomerId])
REFERENCES [sales].[Customer] ([Id])
ON DELETE CASCADE
GO
ALTER TABLE [sales].[Order Line] CHECK CONSTRAINT [FK_Line]
GO
ALTER TABLE [sales].[Order Line]  WITH CHECK ADD  CONSTRAINT [CK_Qty] CHECK  (([Qty]>=(0)))
GO
CREATE NONCLUSTERED INDEX [IX_Line] ON [sales].[Order Line] ([Qty] DESC, [CustomerId] ASC) INCLUDE([Id]) WHERE ([Qty]>(0)) WITH (ONLINE = OFF) ON [PRIMARY]
GO
CREATE UNIQUE NONCLUSTERED INDEX [UX_Price] ON [sales].[Customer] ([Price] ASC) WHERE ([Price] IS NOT NULL)
GO
CREATE VIEW [sales].[Big] AS SELECT Id FROM sales.Customer
GO
CREATE PROCEDURE [sales].[Touch] AS
BEGIN
	UPDATE sales.Customer SET Active = 1; CREATE TABLE #t (a int);
END
GO
EXEC sys.sp_addextendedproperty @name=N'MS_Description', @value=N'It''s unique' , @level0type=N'SCHEMA',@level0name=N'sales', @level1type=N'TABLE',@level1name=N'Customer', @level2type=N'COLUMN',@level2name=N'Email'
GO
EXEC sp_rename 'a', 'b'
GO
