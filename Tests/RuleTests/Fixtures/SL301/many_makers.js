// A variable with many makers, each made of it, as bundlers write them: what a column's declaration says
// is read once a place, not once a way.
import { Chair } from './chairs.js';

export function build(table, f) {
  if (table.a0) f = f.step0(table.b0).then(f.w0);
  if (table.a1) f = f.step1(table.b1).then(f.w1);
  if (table.a2) f = f.step2(table.b2).then(f.w2);
  if (table.a3) f = f.step3(table.b3).then(f.w3);
  if (table.a4) f = f.step4(table.b4).then(f.w4);
  if (table.a5) f = f.step5(table.b5).then(f.w5);
  if (table.a6) f = f.step6(table.b6).then(f.w6);
  if (table.a7) f = f.step7(table.b7).then(f.w7);
  if (table.a8) f = f.step8(table.b8).then(f.w8);
  if (table.a9) f = f.step9(table.b9).then(f.w9);
  if (table.a10) f = f.step10(table.b10).then(f.w10);
  if (table.a11) f = f.step11(table.b11).then(f.w11);
  if (table.a12) f = f.step12(table.b12).then(f.w12);
  if (table.a13) f = f.step13(table.b13).then(f.w13);
  if (table.a14) f = f.step14(table.b14).then(f.w14);
  if (table.a15) f = f.step15(table.b15).then(f.w15);
  if (table.a16) f = f.step16(table.b16).then(f.w16);
  if (table.a17) f = f.step17(table.b17).then(f.w17);
  if (table.a18) f = f.step18(table.b18).then(f.w18);
  if (table.a19) f = f.step19(table.b19).then(f.w19);
  if (table.a20) f = f.step20(table.b20).then(f.w20);
  if (table.a21) f = f.step21(table.b21).then(f.w21);
  if (table.a22) f = f.step22(table.b22).then(f.w22);
  if (table.a23) f = f.step23(table.b23).then(f.w23);
  if (table.a24) f = f.step24(table.b24).then(f.w24);
  if (table.a25) f = f.step25(table.b25).then(f.w25);
  if (table.a26) f = f.step26(table.b26).then(f.w26);
  if (table.a27) f = f.step27(table.b27).then(f.w27);
  if (table.a28) f = f.step28(table.b28).then(f.w28);
  if (table.a29) f = f.step29(table.b29).then(f.w29);
  if (table.a30) f = f.step30(table.b30).then(f.w30);
  if (table.a31) f = f.step31(table.b31).then(f.w31);
  if (table.a32) f = f.step32(table.b32).then(f.w32);
  if (table.a33) f = f.step33(table.b33).then(f.w33);
  if (table.a34) f = f.step34(table.b34).then(f.w34);
  if (table.a35) f = f.step35(table.b35).then(f.w35);
  if (table.a36) f = f.step36(table.b36).then(f.w36);
  if (table.a37) f = f.step37(table.b37).then(f.w37);
  if (table.a38) f = f.step38(table.b38).then(f.w38);
  if (table.a39) f = f.step39(table.b39).then(f.w39);
  if (table.a40) f = f.step40(table.b40).then(f.w40);
  if (table.a41) f = f.step41(table.b41).then(f.w41);
  if (table.a42) f = f.step42(table.b42).then(f.w42);
  if (table.a43) f = f.step43(table.b43).then(f.w43);
  if (table.a44) f = f.step44(table.b44).then(f.w44);
  if (table.a45) f = f.step45(table.b45).then(f.w45);
  if (table.a46) f = f.step46(table.b46).then(f.w46);
  if (table.a47) f = f.step47(table.b47).then(f.w47);
  return table.define('chairs', f.column('number'));
}

export async function seat(number) {
  const known = await Chair.findOne({ where: { number } });
  if (!known) await Chair.create({ number }); // expect: SL301
}
