-- AlterTable
ALTER TABLE "StoredFile" ADD COLUMN     "sentAt" TIMESTAMP(3);

-- CreateIndex
CREATE INDEX "StoredFile_sentAt_createdAt_idx" ON "StoredFile"("sentAt", "createdAt");

-- Files stored before are kept: which of them became part of a message was not noted.
UPDATE "StoredFile" SET "sentAt" = "createdAt";
