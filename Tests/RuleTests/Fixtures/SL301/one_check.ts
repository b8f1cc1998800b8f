// One check is one finding, however many inserts it decides.
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

async function orderBox(cartId: string) {
  await prisma.order.create({ data: { cartId, kind: 'box' } });
}

async function orderBag(cartId: string) {
  await prisma.order.create({ data: { cartId, kind: 'bag' } });
}

export async function orderOnce(cartId: string, kind: string) {
  const placed = await prisma.order.findFirst({ where: { cartId } });
  if (placed) throw new Error('there is an order');
  if (kind === 'box') {
    await orderBox(cartId); // expect: SL301 error
  } else if (kind === 'bag') {
    await orderBag(cartId);
  } else {
    await prisma.order.create({ data: { cartId, kind } });
  }
}

// Two checks are two.
export async function orderBoth(cartId: string, giftId: string) {
  const placed = await prisma.order.findFirst({ where: { cartId } });
  if (!placed) await prisma.order.create({ data: { cartId } }); // expect: SL301 error
  const given = await prisma.order.findFirst({ where: { giftId } });
  if (!given) await prisma.order.create({ data: { giftId } }); // expect: SL301 error
}

// What decides is the second `if`; the first only chooses a number.
export async function labelOf(cartId: string) {
  const known = await prisma.label.findFirst({ where: { cartId } });
  const size = known?.size ?? 10;
  if (known) { // step: branch "`known` is falsy"
    await prisma.label.update({ where: { id: known.id }, data: { size } });
  } else {
    await prisma.label.create({ data: { cartId, size } }); // expect: SL301 error step: called
  }
}
