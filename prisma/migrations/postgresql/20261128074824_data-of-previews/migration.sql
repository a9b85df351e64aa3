-- AlterTable
ALTER TABLE "PermanentVariable" DROP CONSTRAINT "PermanentVariable_pkey",
ADD COLUMN     "isPreview" BOOLEAN NOT NULL DEFAULT false,
ADD CONSTRAINT "PermanentVariable_pkey" PRIMARY KEY ("botId", "isPreview", "consumerId", "name");

-- AlterTable
ALTER TABLE "ContextNamespace" DROP CONSTRAINT "ContextNamespace_pkey",
ADD COLUMN     "isPreview" BOOLEAN NOT NULL DEFAULT false,
ADD CONSTRAINT "ContextNamespace_pkey" PRIMARY KEY ("workspaceId", "isPreview", "name");

-- AlterTable
ALTER TABLE "ContextProperty" DROP CONSTRAINT "ContextProperty_pkey",
ADD COLUMN     "isPreview" BOOLEAN NOT NULL DEFAULT false,
ADD CONSTRAINT "ContextProperty_pkey" PRIMARY KEY ("workspaceId", "isPreview", "namespace", "scope", "ownerId", "property");
