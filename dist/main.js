// action/main.ts
console.log("flask-deploy");
export {};
