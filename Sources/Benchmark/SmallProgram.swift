/// A program for the interpreter and for another engine, of which each part of the language has one.
struct SmallProgram {
  let name: String
  /// The body of a function; it returns a number.
  let source: String

  static let all = [
    SmallProgram(
      name: "tight loop",
      source: """
        let sum = 0;
        for (let i = 0; i < 1000000; i++) {
          sum = (sum + i * 2) % 1000003;
          if (sum > 500000) sum = sum - 7;
        }
        return sum;
        """),
    SmallProgram(
      name: "string building",
      source: """
        let text = '';
        let found = 0;
        for (let i = 0; i < 150000; i++) {
          text += 'ab' + i;
          if (text.length > 5000) text = text.slice(100, 2000).toUpperCase();
          if ('abcdefgh'.charAt(i % 8) === 'c') found++;
        }
        return text.length + found;
        """),
    SmallProgram(
      name: "object building",
      source: """
        const list = [];
        for (let i = 0; i < 60000; i++) {
          const item = {id: i, name: 'item', price: i * 1.5, tags: [1, 2]};
          item.total = item.price * 2;
          if (i % 10 === 0) list.push(item);
        }
        const counts = {};
        for (let i = 0; i < 60000; i++) {
          const key = 'k' + i % 500;
          counts[key] = (counts[key] || 0) + 1;
        }
        let sum = 0;
        for (const key in counts) sum += counts[key];
        return sum + list.length;
        """),
    SmallProgram(
      name: "property access",
      source: """
        const item = {price: 1, nested: {count: 2, list: [1, 2, 3]}};
        let sum = 0;
        for (let i = 0; i < 400000; i++) {
          item.price = i % 7;
          sum += item.price * item.nested.count + item.nested.list[i % 3] + item['price'];
        }
        return sum;
        """),
    SmallProgram(
      name: "function calls",
      source: """
        const fibonacci = (n) => n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
        const add = function(a, b) { return a + b; };
        let sum = 0;
        for (let i = 0; i < 300000; i++) sum = add(sum, i);
        return fibonacci(22) + sum;
        """),
    SmallProgram(
      name: "array methods",
      source: """
        const numbers = [];
        for (let i = 0; i < 1000; i++) numbers.push(i * 7919 % 1009);
        let sum = 0;
        for (let i = 0; i < 60; i++) {
          sum += numbers.map((n) => n * 2).filter((n) => n % 3 === 0).reduce((a, b) => a + b, 0);
          numbers.forEach((n) => { sum += n; });
          sum += numbers.slice(0, 200).sort((a, b) => a - b)[3];
        }
        return sum;
        """),
  ]
}
