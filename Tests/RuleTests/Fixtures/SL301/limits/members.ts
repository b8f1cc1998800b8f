import { Prisma, PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

// A relation is counted, and the rows of it go by another name.
export async function join(teamId: string, userId: string) {
  const team = await prisma.team.findUniqueOrThrow({
    where: { id: teamId },
    select: { id: true, room: true, _count: { select: { members: true } } },
  });
  if (team._count.members >= team.room) throw new Error('full');
  await Promise.all([
    prisma.teamMember.create({ data: { teamId: team.id, userId } }), // expect: SL301 "the limit can be exceeded"
  ]);
}

// Who handles the violation of a unique key handles no limit.
export async function addBoard(teamId: string, id: string, url: string) {
  const team = await prisma.team.findUniqueOrThrow({ where: { id: teamId } });
  const count = await prisma.board.count({ where: { teamId } });
  if (count >= team.room) throw new Error('too many');
  await prisma
    .$transaction(async (tx) => {
      await tx.board.create({ data: { id, url, teamId: team.id } }); // expect: SL301 "the limit can be exceeded"
    })
    .catch((error) => {
      if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') {
        throw new Error('url is taken');
      }
      throw error;
    });
}

export async function addBoardAlone(teamId: string, id: string, url: string) {
  await prisma.$transaction(
    async (tx) => {
      const team = await tx.team.findUniqueOrThrow({ where: { id: teamId } });
      const count = await tx.board.count({ where: { teamId } });
      if (count >= team.room) throw new Error('too many');
      await tx.board.create({ data: { id, url, teamId: team.id } });
    },
    { isolationLevel: Prisma.TransactionIsolationLevel.Serializable },
  );
}
