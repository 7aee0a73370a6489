// Every kind of blank as a space, since patterns of one engine and another differ in which blanks they know; wide digits and signs as
// the usual ones.
const spaced = (given) => given.split('').map((c) => '0123456789+--().,/'.charAt('０１２３４５６７８９＋－−（）．，／'.indexOf(c)) || c.trim() || ' ').join('');
